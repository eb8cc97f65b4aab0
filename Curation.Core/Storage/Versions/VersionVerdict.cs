using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Playlists;

namespace Curation.Core.Storage.Versions;

/// <summary>What a person said of two tracks, or, where both are the same track, that it is the one to use. Never changed, only taken back, so that the history stays.</summary>
public sealed class VersionVerdict
{
    private VersionVerdict()
    {
    }

    /// <summary>A verdict on two tracks; they are put into the order of their numbers.</summary>
    public VersionVerdict(TrackId one, TrackId other, VersionRelation says, string act, PersonId by, DateTimeOffset at, string because)
    {
        (One, Other) = one.CompareTo(other) <= 0 ? (one, other) : (other, one);
        Says = says;
        Act = act;
        By = by;
        At = at;
        Because = because;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The track with the lower number.</summary>
    public TrackId One { get; private set; }

    /// <summary>The other track; the same where this chooses the track to use.</summary>
    public TrackId Other { get; private set; }

    /// <summary>What was said.</summary>
    public VersionRelation Says { get; private set; }

    /// <summary>Joins what was said in one go, so that it is taken back in one go.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Who said it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What the facts said then.</summary>
    public string Because { get; private set; } = "";

    /// <summary>Who took it back; null while it holds.</summary>
    public PersonId? TakenBackBy { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>Whether it chooses the track to use instead of comparing two.</summary>
    public bool IsChoice => One == Other;

    /// <summary>Ends it; it stays on record.</summary>
    public void TakeBack(PersonId by, DateTimeOffset at)
    {
        if (TakenBackAt is not null) throw new RefusedException("That was taken back already; nothing was changed.");
        TakenBackBy = by;
        TakenBackAt = at;
    }
}
