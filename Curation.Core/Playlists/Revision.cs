namespace Curation.Core.Playlists;

/// <summary>A saved state of a playlist. It takes its author's edits for a while, then closes; a frozen one never changes again.</summary>
public sealed class Revision
{
    /// <summary>How long one person's edits go into the same revision.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(10);

    private Revision()
    {
    }

    /// <summary>A new revision of a playlist.</summary>
    public Revision(PlaylistId playlist, int number, Draft draft, PersonId by, DateTimeOffset at)
    {
        Playlist = playlist;
        Number = number;
        StartedAt = at;
        Put(draft, by, at);
    }

    /// <summary>Identity in this store.</summary>
    public RevisionId Id { get; private set; }

    /// <summary>The playlist it is a state of.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>Counts from 1 within the playlist.</summary>
    public int Number { get; private set; }

    /// <summary>What was saved.</summary>
    public Draft Draft { get; private set; } = null!;

    /// <summary>SHA-256 of the draft, see <see cref="DraftJson.Hash"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What was done last, in words.</summary>
    public string Change { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When its first edit was saved.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When its last edit was saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>True once it was submitted; it never changes again.</summary>
    public bool Frozen { get; private set; }

    /// <summary>Whether another edit by <paramref name="by"/> at <paramref name="at"/> still belongs to this revision.</summary>
    public bool Takes(PersonId by, DateTimeOffset at) => !Frozen && By == by && at - StartedAt < Sitting;

    /// <summary>Saves a state into this revision.</summary>
    public void Put(Draft draft, PersonId by, DateTimeOffset at, string change = "")
    {
        if (Frozen) throw new RefusedException($"Revision {Number} was submitted and never changes; a new revision has to be started.");
        Draft = draft;
        Hash = DraftJson.Hash(draft);
        By = by;
        SavedAt = at;
        Change = change;
    }

    /// <summary>Closes the revision for ever.</summary>
    public void Freeze() => Frozen = true;
}
