using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.WideEdits;

/// <summary>A place that a wide edit would change.</summary>
/// <param name="Track">The track that stands there.</param>
/// <param name="Title">Its title.</param>
/// <param name="Position">Its place in the pool, from 1.</param>
/// <param name="Pin">Its pin, or null.</param>
/// <param name="Note">Its note; empty where there is none.</param>
public sealed record WideLine(TrackId Track, string Title, int Position, int? Pin, string Note);

/// <summary>A playlist that a wide edit would change.</summary>
/// <param name="Id">The playlist.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">The version this was read at.</param>
/// <param name="Stage">Where its newest revision stands.</param>
/// <param name="Archived">Out of the way, and changed all the same.</param>
/// <param name="Lines">The places.</param>
/// <param name="InReview">Whether the revision that waits for a reviewer holds one of the tracks; it is frozen and stays as it is.</param>
public sealed record WidePlaylist(PlaylistId Id, string Title, int Version, PlaylistStage Stage, bool Archived, IReadOnlyList<WideLine> Lines, bool InReview);

/// <summary>A live edition that holds one of the tracks. A wide edit does not change it.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Title">The title under which it was published.</param>
/// <param name="Number">Its number.</param>
/// <param name="Lists">How many of its lists hold one of the tracks.</param>
/// <param name="Of">How many lists it has.</param>
public sealed record WideEdition(PlaylistId Playlist, string Title, int Number, int Lists, int Of);

/// <summary>What a wide edit would do, before it is done.</summary>
/// <param name="Tracks">The tracks, those of the catalogue.</param>
/// <param name="Unknown">What was named and is not in the catalogue.</param>
/// <param name="Playlists">Playlists that would change.</param>
/// <param name="Live">Live editions that would go on holding a track.</param>
/// <param name="Blocked">How many of the tracks are blocked already.</param>
public sealed record WidePreview(IReadOnlyList<TrackFacts> Tracks, IReadOnlyList<string> Unknown, IReadOnlyList<WidePlaylist> Playlists, IReadOnlyList<WideEdition> Live, int Blocked)
{
    /// <summary>Places that would change.</summary>
    public int Places => Playlists.Sum(playlist => playlist.Lines.Count);

    /// <summary>Pins that a takedown would lose.</summary>
    public int Pins => Playlists.Sum(playlist => playlist.Lines.Count(line => line.Pin is not null));

    /// <summary>Notes that a takedown would lose.</summary>
    public int Notes => Playlists.Sum(playlist => playlist.Lines.Count(line => line.Note.Length > 0));

    /// <summary>Says on what the preview rests; when that changes, the edit has to be looked at again.</summary>
    public string Stamp => string.Join(';', Playlists.Select(playlist => $"{playlist.Id}:{playlist.Version}"));
}
