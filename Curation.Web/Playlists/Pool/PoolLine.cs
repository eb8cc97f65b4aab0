using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
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

    /// <summary>The earlier track of the pool that this one repeats, or may repeat.</summary>
    public Repeat? Repeat { get; init; }

    /// <summary>The copy of the same recording that people chose to use instead; null where this is it, or nobody chose.</summary>
    public TrackId? Better { get; init; }

    /// <summary>Whether it surely repeats an earlier row.</summary>
    public bool IsTwice => Repeat?.Pair.Relation == VersionRelation.SameRecording;

    /// <summary>The rows of a draft.</summary>
    public static IReadOnlyList<PoolLine> Of(Draft draft, IReadOnlyDictionary<TrackId, TrackLine> tracks, VersionBook book)
    {
        var pool = draft.Pool.Select(entry => entry.Track).ToList();
        var repeats = PoolVersions.Repeats(pool, book);
        var places = pool.Index().ToDictionary(row => row.Item, row => row.Index + 1);
        return draft.Pool.Select((entry, i) => new PoolLine(i + 1, entry, tracks.GetValueOrDefault(entry.Track), Warn(entry.Track))
        {
            Repeat = repeats.GetValueOrDefault(entry.Track),
            Better = book.Better(entry.Track),
        }).ToList();

        string? Warn(TrackId track)
        {
            if (repeats.GetValueOrDefault(track) is not { } repeat) return null;
            var title = tracks.TryGetValue(repeat.Like, out var like) ? like.Facts.Title : $"track {repeat.Like}";
            var sure = repeat.Pair.Relation == VersionRelation.SameRecording;
            return FormattableString.Invariant($"{(sure ? "The" : "Maybe the")} same recording as “{title}” at {places[repeat.Like]}{(sure && repeat.Pair.Confidence < 1 ? $", {repeat.Pair.Confidence * 100:0} % sure" : "")}: {repeat.Pair.Because}.");
        }
    }
}
