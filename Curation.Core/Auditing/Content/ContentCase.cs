using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>Where a case came from.</summary>
public enum CaseOrigin
{
    /// <summary>A rule found something.</summary>
    Finding,

    /// <summary>Somebody outside reported something.</summary>
    Report,
}

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>Waits for a decision.</summary>
    Open,

    /// <summary>Was decided; the decision counts.</summary>
    Decided,

    /// <summary>One side asked somebody else to look again; the decision counts until they have.</summary>
    Appealed,
}

/// <summary>A find or a report that a person decides about, for the playlist in which it was found or for a track.</summary>
public sealed class ContentCase
{
    /// <summary>Longest title and longest key, in characters.</summary>
    public const int LongestTitle = 300;

    private ContentCase()
    {
    }

    /// <summary>A case of what a rule found in a playlist.</summary>
    public ContentCase(ContentFinding finding, PlaylistId playlist, int rulesVersion, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Origin = CaseOrigin.Finding;
        Playlist = playlist;
        Track = finding.Track;
        Written = finding.IsWritten;
        Key = finding.Key;
        Rule = finding.Rule;
        RulesVersion = rulesVersion;
        Level = finding.Level;
        Title = Cut(finding.RuleName);
        Detail = $"{finding.Message} {finding.Excerpt}".Trim();
        OpenedAt = at;
    }

    /// <summary>A case of what somebody outside reported; what it is about may not be known yet.</summary>
    public ContentCase(ReportGround ground, string words, PlaylistId? playlist, TrackId? track, DateTimeOffset at)
    {
        Origin = CaseOrigin.Report;
        Playlist = playlist;
        Track = track;
        Level = ContentLevel.Warn;
        Title = ReportGrounds.Words(ground);
        Detail = words;
        OpenedAt = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>Where it came from.</summary>
    public CaseOrigin Origin { get; private set; }

    /// <summary>Where it stands.</summary>
    public CaseState State { get; private set; }

    /// <summary>The playlist in which it was found or that was reported; null where it is about a track alone.</summary>
    public PlaylistId? Playlist { get; private set; }

    /// <summary>The track it is about; null where it is about a playlist or its words.</summary>
    public TrackId? Track { get; private set; }

    /// <summary>Whether it is about words that editors wrote.</summary>
    public bool Written { get; private set; }

    /// <summary>Key of the finding; empty for a report.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Number of the rule; 0 for a report.</summary>
    public int Rule { get; private set; }

    /// <summary>Version of the rules that found it.</summary>
    public int RulesVersion { get; private set; }

    /// <summary>How much it weighs.</summary>
    public ContentLevel Level { get; private set; }

    /// <summary>The rule's name, or the ground of the report.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What was found or said.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>When it came up.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>What the newest decision does; none while it is open.</summary>
    public ContentMeasure Measure { get; private set; }

    /// <summary>The newest decision's reason.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who made the newest decision.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it is about something that is known here, so that something can be done about it.</summary>
    public bool HasSubject => Playlist is not null || Track is not null;

    /// <summary>Says what a report is about, once a person has found out.</summary>
    public void Name(PlaylistId? playlist, TrackId? track)
    {
        if (Origin != CaseOrigin.Report) throw new RefusedException("What a rule found is about what it found; nothing was changed.");
        if (State != CaseState.Open) throw new RefusedException("This report is decided, so what it is about stays. Nothing was changed.");
        (Playlist, Track) = (playlist, track);
        Version++;
    }

    /// <summary>Decides an open case.</summary>
    /// <param name="verdict">What is decided.</param>
    /// <param name="by">By whom.</param>
    /// <param name="involved">Who wrote in the playlist, owns it or reported, and so never decides.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RefusedException">It was decided already, the person is involved, or the verdict cannot stand; nothing was changed.</exception>
    public ContentDecision Decide(ContentVerdict verdict, PersonId by, IReadOnlyCollection<PersonId> involved, DateTimeOffset at)
    {
        if (State != CaseState.Open) throw new RefusedException($"This was already decided on {DecidedAt:d MMMM}. Nothing was changed; who disagrees may appeal, and somebody else looks again.");
        return Decided(null, verdict, by, involved, at);
    }

    /// <summary>Lets one side ask for another look.</summary>
    internal void Reopen()
    {
        if (State == CaseState.Open) throw new RefusedException("This is not decided yet, so there is nothing to appeal against. Nothing was changed.");
        if (State == CaseState.Appealed) throw new RefusedException("An appeal is waiting already; its answer comes first. Nothing was changed.");
        State = CaseState.Appealed;
        Version++;
    }

    /// <summary>Decides anew what was appealed; called by the appeal that it answers.</summary>
    internal ContentDecision Answer(Appeal appeal, ContentVerdict verdict, PersonId by, IReadOnlyCollection<PersonId> involved, DateTimeOffset at)
    {
        if (State != CaseState.Appealed) throw new RefusedException("No appeal is waiting here. Nothing was changed.");
        return Decided(appeal.Id, verdict, by, involved, at);
    }

    private ContentDecision Decided(int? appeal, ContentVerdict verdict, PersonId by, IReadOnlyCollection<PersonId> involved, DateTimeOffset at)
    {
        var said = verdict.Checked();
        if (involved.Contains(by)) throw new RefusedException("You wrote in this playlist, own it or reported it, so somebody else has to decide. Nothing was changed.");
        if (said.Measure >= ContentMeasure.Advisory && !HasSubject) throw new RefusedException("It is not known yet which playlist or track this is about. Name it first, or decide that nothing is done; nothing was changed.");
        if (said.Territories is not null && Track is null) throw new RefusedException("Only a track can be kept from some territories; nothing was decided.");
        var everywhere = said.Everywhere || Playlist is null;
        if (everywhere && (Track is null || Written)) everywhere = false;
        State = CaseState.Decided;
        (Measure, Reason, DecidedBy, DecidedAt) = (said.Measure, said.Reason, by, at);
        Version++;
        return new ContentDecision(Id, appeal, said with { Everywhere = everywhere }, by, at);
    }

    private static string Cut(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle];
}
