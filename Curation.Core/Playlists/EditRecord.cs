using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>One saved edit of a playlist, as exact steps from the state before it; rows are only ever added.</summary>
public sealed class EditRecord
{
    private EditRecord()
    {
    }

    /// <summary>An edit that led to a version.</summary>
    public EditRecord(PlaylistId playlist, int version, int revision, PersonId by, DateTimeOffset at, string words, DraftEdit edit, int? proposal = null, PersonId? takenBy = null)
    {
        Playlist = playlist;
        Version = version;
        Revision = revision;
        By = by;
        At = at;
        Words = words;
        Edit = edit;
        Proposal = proposal;
        TakenBy = takenBy;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The version of the playlist that it led to.</summary>
    public int Version { get; private set; }

    /// <summary>Number of the revision it went into.</summary>
    public int Revision { get; private set; }

    /// <summary>Who wrote it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What was done, in words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The steps.</summary>
    public DraftEdit Edit { get; private set; } = null!;

    /// <summary>The proposal it came with; null where its writer saved it.</summary>
    public int? Proposal { get; private set; }

    /// <summary>Who took the proposal.</summary>
    public PersonId? TakenBy { get; private set; }
}

/// <summary>Who wrote a value last.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Track">The entry's track; 0 for a value of the draft itself.</param>
/// <param name="Field">The value's name; <see cref="Standing"/> for being in the pool at all.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record FieldAuthor(PlaylistId Playlist, TrackId Track, string Field, PersonId By, DateTimeOffset At)
{
    /// <summary>The name under which coming into the pool and leaving it are kept.</summary>
    public const string Standing = "entry";
}
