namespace Curation.Core.Playlists;

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    /// <summary>Waits for a reviewer.</summary>
    Waiting,

    /// <summary>A reviewer approved it.</summary>
    Approved,

    /// <summary>A reviewer sent it back with a reason.</summary>
    SentBack,

    /// <summary>Its editor took it back before a decision.</summary>
    Withdrawn,
}

/// <summary>What an approval stands on: the full assessment that the reviewer saw, with the model and the policy it names.</summary>
public sealed record ApprovalBasis(int Assessment, string ModelHash, int PolicyVersion);

/// <summary>A frozen revision put before a reviewer. An approval names exactly one revision, recipe, policy and model; if one of them changes it no longer holds.</summary>
public sealed class Submission
{
    /// <summary>Longest message and longest reason, in characters.</summary>
    public const int LongestText = 2_000;

    private Submission()
    {
    }

    /// <summary>A revision submitted for review.</summary>
    public Submission(PlaylistId playlist, Revision revision, string modelHash, int policyVersion, PersonId by, DateTimeOffset at, string message)
    {
        ArgumentNullException.ThrowIfNull(revision);
        if (!revision.Frozen) throw new ArgumentException("Only a frozen revision can be submitted.", nameof(revision));
        ArgumentNullException.ThrowIfNull(message);
        if (message.Length > LongestText) throw new RefusedException($"Words to the reviewer have at most {LongestText} characters; these have {message.Length}. Nothing was submitted; shorten them.");
        Playlist = playlist;
        Revision = revision.Id;
        RevisionHash = revision.Hash;
        ModelHash = modelHash;
        PolicyVersion = policyVersion;
        SubmittedBy = by;
        SubmittedAt = at;
        Message = message;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The frozen revision, recipe included.</summary>
    public RevisionId Revision { get; private set; }

    /// <summary>SHA-256 of that revision's draft.</summary>
    public string RevisionHash { get; private set; } = "";

    /// <summary>SHA-256 of the model that was active when it was submitted, then of the one that was approved; empty where there was none.</summary>
    public string ModelHash { get; private set; } = "";

    /// <summary>Version of the policy in force when it was submitted, then of the one it was approved under; 0 before there was one.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>The assessment that its approval stands on; null before there is an approval.</summary>
    public int? Assessment { get; private set; }

    /// <summary>The editor's words to the reviewer.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Who submitted it.</summary>
    public PersonId SubmittedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public SubmissionState State { get; private set; }

    /// <summary>Who decided; null while it waits.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The reviewer's reason.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Approves it, by someone who wrote none of it, with a reason and on what was measured.</summary>
    public void Approve(string reason, PersonId by, IReadOnlyCollection<PersonId> authors, ApprovalBasis basis, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(basis);
        MustBeDecidedBy(by, authors, reason);
        (Assessment, ModelHash, PolicyVersion) = (basis.Assessment, basis.ModelHash, basis.PolicyVersion);
        Close(SubmissionState.Approved, by, reason, at);
    }

    /// <summary>Sends it back, by someone who wrote none of it, with a reason.</summary>
    public void SendBack(string reason, PersonId by, IReadOnlyCollection<PersonId> authors, DateTimeOffset at)
    {
        MustBeDecidedBy(by, authors, reason);
        Close(SubmissionState.SentBack, by, reason, at);
    }

    /// <summary>Refuses where this person cannot decide on it now, or gives no reason that can be read.</summary>
    public void MustBeDecidedBy(PersonId by, IReadOnlyCollection<PersonId> authors, string reason)
    {
        MustWait();
        if (by == SubmittedBy || authors.Contains(by)) throw new RefusedException("You wrote some of this playlist, so somebody else has to decide. Nothing was changed.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedException("A decision needs a reason. Nothing was changed.");
        if (reason.Trim().Length > LongestText) throw new RefusedException($"A reason has at most {LongestText} characters; this one has {reason.Trim().Length}. Nothing was changed; shorten it.");
    }

    /// <summary>Takes the submission back before a decision.</summary>
    public void Withdraw(PersonId by, DateTimeOffset at)
    {
        MustWait();
        Close(SubmissionState.Withdrawn, by, "", at);
    }

    private void Close(SubmissionState state, PersonId by, string reason, DateTimeOffset at)
    {
        State = state;
        DecidedBy = by;
        DecidedAt = at;
        Reason = reason.Trim();
        Version++;
    }

    /// <summary>Refuses where it was decided or taken back.</summary>
    public void MustWait()
    {
        if (State == SubmissionState.Waiting) return;
        var what = State switch { SubmissionState.Approved => "approved", SubmissionState.SentBack => "sent back", _ => "taken back" };
        throw new RefusedException($"This submission was already {what} on {DecidedAt:d MMMM}; nothing was changed. Submit the newest revision to start again.");
    }
}
