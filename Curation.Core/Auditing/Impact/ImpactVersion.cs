using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Impact;

/// <summary>Where a version of an impact assessment stands.</summary>
public enum ImpactState
{
    /// <summary>Its questions are being answered.</summary>
    Answering,

    /// <summary>It waits for signatures; its answers are fixed.</summary>
    Signing,

    /// <summary>Everybody whom its level needs has signed.</summary>
    Signed,

    /// <summary>Somebody who should sign sent it back; a new version starts from it.</summary>
    SentBack,
}

/// <summary>What an impact assessment was made of, so that a change of it makes the assessment due again.</summary>
/// <param name="RecipeHash">SHA-256 of the recipe; empty for the workbench as a whole.</param>
/// <param name="ModelHash">SHA-256 of the model; empty where there is none.</param>
public readonly record struct ImpactGround(string RecipeHash, string ModelHash);

/// <summary>One version of the impact assessment of a playlist or of the workbench. Its answers never change once it is put to signature; what changes later is a new version.</summary>
public sealed class ImpactVersion
{
    /// <summary>Longest reason for sending it back, in characters.</summary>
    public const int LongestReason = 2_000;

    private ImpactVersion()
    {
    }

    /// <summary>A version to be answered.</summary>
    public ImpactVersion(PlaylistId? playlist, int number, int questionnaire, PersonId by, DateTimeOffset at)
    {
        Playlist = playlist;
        Number = number;
        Questionnaire = questionnaire;
        StartedBy = by;
        StartedAt = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist; null for the workbench as a whole.</summary>
    public PlaylistId? Playlist { get; private set; }

    /// <summary>What is assessed.</summary>
    public ImpactScope Scope => Playlist is null ? ImpactScope.System : ImpactScope.Playlist;

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Version of the questionnaire.</summary>
    public int Questionnaire { get; private set; }

    /// <summary>Who started it.</summary>
    public PersonId StartedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public ImpactState State { get; private set; }

    /// <summary>Raw risk; 0 while it is being answered.</summary>
    public int Risk { get; private set; }

    /// <summary>Mitigation; 0 while it is being answered.</summary>
    public int Mitigation { get; private set; }

    /// <summary>The level; null while it is being answered.</summary>
    public ImpactLevel? Level { get; private set; }

    /// <summary>SHA-256 over the answers; empty while it is being answered.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 of the recipe that was in force when it was put to signature.</summary>
    public string RecipeHash { get; private set; } = "";

    /// <summary>SHA-256 of the model that was in use then.</summary>
    public string ModelHash { get; private set; } = "";

    /// <summary>Who put it to signature.</summary>
    public PersonId? PutBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? PutAt { get; private set; }

    /// <summary>When the last signature came, or it was sent back.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who sent it back; null where nobody did.</summary>
    public PersonId? SentBackBy { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Fixes the answers and asks for signatures.</summary>
    public void Put(ImpactScore score, string hash, ImpactGround ground, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(score);
        MustBe(ImpactState.Answering);
        (Risk, Mitigation, Level, Hash) = (score.Risk, score.Mitigation, score.Level, hash);
        (RecipeHash, ModelHash) = (ground.RecipeHash, ground.ModelHash);
        (PutBy, PutAt, State) = (by, at, ImpactState.Signing);
        Version++;
    }

    /// <summary>Closes it, every signature being there.</summary>
    public void Sign(DateTimeOffset at)
    {
        MustBe(ImpactState.Signing);
        (ClosedAt, State) = (at, ImpactState.Signed);
        Version++;
    }

    /// <summary>Sends it back with a reason.</summary>
    public void SendBack(string reason, PersonId by, DateTimeOffset at)
    {
        MustBe(ImpactState.Signing);
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedException("Sending back needs a reason. Nothing was changed.");
        if (reason.Trim().Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} characters; this one has {reason.Trim().Length}. Nothing was changed; shorten it.");
        (Reason, SentBackBy, ClosedAt, State) = (reason.Trim(), by, at, ImpactState.SentBack);
        Version++;
    }

    /// <summary>Refuses what needs another state.</summary>
    public void MustBe(ImpactState state)
    {
        if (State == state) return;
        throw new RefusedException(State switch
        {
            ImpactState.Answering => $"Version {Number} is still being answered; put it to signature first. Nothing was changed.",
            ImpactState.Signing => $"Version {Number} waits for signatures, so its answers are fixed. Nothing was changed; somebody who signs can send it back.",
            ImpactState.Signed => $"Version {Number} is signed and never changes. Nothing was changed; start a new version from it.",
            _ => $"Version {Number} was sent back and never changes. Nothing was changed; start a new version from it.",
        });
    }
}

/// <summary>Somebody whose answers stand in a version, now or before, and who therefore never signs it.</summary>
public sealed record ImpactAuthor(int Version, PersonId Person);
