using Curation.Core.Playlists;

namespace Curation.Core.Publishing;

/// <summary>Where an edition stands.</summary>
public enum EditionState
{
    /// <summary>Lists are still being made; nobody sees it.</summary>
    Building,

    /// <summary>Listeners get it.</summary>
    Live,

    /// <summary>A newer or an earlier edition is served in its place.</summary>
    Superseded,

    /// <summary>Taken from listeners by a decision.</summary>
    Withdrawn,
}

/// <summary>What was published: immutable once complete, hashed, one list per listener and the shared list for everyone else.</summary>
public sealed class Edition
{
    private Edition()
    {
    }

    /// <summary>An edition about to be built from an approved submission.</summary>
    public Edition(PlaylistId playlist, int number, Submission submission, string title, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(submission);
        Playlist = playlist;
        Number = number;
        Submission = submission.Id;
        Revision = submission.Revision;
        RevisionHash = submission.RevisionHash;
        ModelHash = submission.ModelHash;
        PolicyVersion = submission.PolicyVersion;
        Title = title;
        PublishedBy = by;
        StartedAt = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>Counts from 1 within the playlist.</summary>
    public int Number { get; private set; }

    /// <summary>The approved submission it was made from.</summary>
    public int Submission { get; private set; }

    /// <summary>The revision it was made from.</summary>
    public RevisionId Revision { get; private set; }

    /// <summary>SHA-256 of that revision's draft.</summary>
    public string RevisionHash { get; private set; } = "";

    /// <summary>SHA-256 of the model.</summary>
    public string ModelHash { get; private set; } = "";

    /// <summary>Version of the policy.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>The title under which it was published.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public EditionState State { get; private set; }

    /// <summary>Who published it.</summary>
    public PersonId PublishedBy { get; private set; }

    /// <summary>When building began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it first went live.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Number of lists, the shared one included.</summary>
    public int ListCount { get; private set; }

    /// <summary>Edition hash over the lists' hashes in listener order; empty while building.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Completes a build and makes it live.</summary>
    public void Complete(string hash, int listCount, DateTimeOffset at)
    {
        if (State != EditionState.Building) throw new RefusedException($"Edition {Number} is already complete.");
        Hash = hash;
        ListCount = listCount;
        PublishedAt = at;
        State = EditionState.Live;
        Version++;
    }

    /// <summary>Stands back for another edition.</summary>
    public void Supersede() => Become(EditionState.Superseded);

    /// <summary>Comes back to listeners.</summary>
    public void Restore() => Become(EditionState.Live);

    /// <summary>Is taken from listeners.</summary>
    public void Withdraw() => Become(EditionState.Withdrawn);

    private void Become(EditionState state)
    {
        if (State == EditionState.Building) throw new RefusedException($"Edition {Number} was never completed, so it cannot be served or withdrawn.");
        State = state;
        Version++;
    }
}

/// <summary>One list of an edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Listener">The listener; 0 for the shared list.</param>
/// <param name="Slots">Packed slots.</param>
/// <param name="Hash">The list's hash.</param>
/// <param name="Unprofiled">Whether it was made in the shared order, without the listener's history, because profiling was off.</param>
public sealed record EditionList(int Edition, int Listener, byte[] Slots, byte[] Hash, bool Unprofiled = false);
