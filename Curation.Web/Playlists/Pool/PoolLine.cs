using Curation.Core.Catalog;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Pool;

/// <summary>A row of the pool.</summary>
/// <param name="Number">Its place in the editor's order, from 1.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Track">What the catalogue says of it; null while that is being read, or where the catalogue has lost it.</param>
/// <param name="Warning">Why it may be in the pool twice, as a sentence; null where it is not.</param>
public sealed record PoolLine(int Number, Entry Entry, TrackLine? Track, string? Warning)
{
    public string Title => Track?.Facts.Title ?? $"Track {Entry.Track}";

    public string Artist => Track?.Facts.ArtistLine ?? "";

    /// <summary>The rows of a draft.</summary>
    public static IReadOnlyList<PoolLine> Of(Draft draft, IReadOnlyDictionary<TrackId, TrackLine> tracks)
    {
        var known = draft.Pool.Select(entry => tracks.GetValueOrDefault(entry.Track)?.Facts).OfType<TrackFacts>();
        var alike = SameRecording.Within(known);
        return draft.Pool.Select((entry, i) => new PoolLine(i + 1, entry, tracks.GetValueOrDefault(entry.Track), Warn(entry.Track))).ToList();

        string? Warn(TrackId track) => alike.GetValueOrDefault(track) is { } like
            ? $"Maybe the same recording as “{tracks[like.Like].Facts.Title}” at {draft.IndexOf(like.Like) + 1}: {like.Because}."
            : null;
    }
}
