using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A word or a value of the draft that is not the same any more, both as they are shown.</summary>
/// <param name="What">What it is called: "title", "need", "size".</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is.</param>
public sealed record ValueChange(string What, string Before, string After);

/// <summary>A track that stands elsewhere in the editor's order.</summary>
/// <param name="Track">The track.</param>
/// <param name="From">Its place before, from 1.</param>
/// <param name="To">Its place after, from 1.</param>
public sealed record EntryMove(TrackId Track, int From, int To);

/// <summary>A pin that was set, moved or taken off.</summary>
/// <param name="Track">The track.</param>
/// <param name="From">The position before, or null.</param>
/// <param name="To">The position after, or null.</param>
public sealed record PinChange(TrackId Track, int? From, int? To);

/// <summary>A note that was written, changed or removed.</summary>
/// <param name="Track">The track.</param>
/// <param name="Before">The note before; empty where there was none.</param>
/// <param name="After">The note after; empty where there is none.</param>
public sealed record NoteChange(TrackId Track, string Before, string After);

/// <summary>Tags of an entry that are not the same any more.</summary>
/// <param name="Track">The track.</param>
/// <param name="Before">The tags before.</param>
/// <param name="After">The tags after.</param>
public sealed record TagChange(TrackId Track, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>A declaration of what is given for a track that was written; null where it was taken back.</summary>
public sealed record TieChange(TrackId Track, CommercialTie? Tie);

/// <summary>A track that is kept with the one behind it now, or no longer.</summary>
/// <param name="Track">The track.</param>
/// <param name="Kept">Whether it is kept now.</param>
public sealed record KeepChange(TrackId Track, bool Kept);

/// <summary>Lines that are kept as still missing, and those that are not any more.</summary>
public sealed record MissingChange(IReadOnlyList<string> Added, IReadOnlyList<string> Dropped)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Added.Count + Dropped.Count == 0;
}

/// <summary>What is different between two states of a playlist.</summary>
public sealed record DraftDiff
{
    /// <summary>Title, need and genre seed.</summary>
    public required IReadOnlyList<ValueChange> Words { get; init; }

    /// <summary>Tracks that only the later state holds, in its order.</summary>
    public required IReadOnlyList<TrackId> Added { get; init; }

    /// <summary>Tracks that only the earlier state holds, in its order.</summary>
    public required IReadOnlyList<TrackId> Removed { get; init; }

    /// <summary>The fewest tracks that have to move to get the later order from the earlier one, in the later order.</summary>
    public required IReadOnlyList<EntryMove> Moved { get; init; }

    /// <summary>Pins of tracks that both states hold, and of those added with one.</summary>
    public required IReadOnlyList<PinChange> Pins { get; init; }

    /// <summary>Notes of tracks that both states hold, and of those added with one.</summary>
    public required IReadOnlyList<NoteChange> Notes { get; init; }

    /// <summary>Tags of tracks that both states hold, and of those added with some.</summary>
    public IReadOnlyList<TagChange> Tags { get; init; } = [];

    /// <summary>Values of the recipe.</summary>
    public required IReadOnlyList<ValueChange> Recipe { get; init; }

    /// <summary>Smart sections that were attached, changed or taken off, said by what they keep.</summary>
    public IReadOnlyList<ValueChange> Sections { get; init; } = [];

    /// <summary>Tracks kept with the one behind them, or no longer.</summary>
    public required IReadOnlyList<KeepChange> Keeps { get; init; }

    /// <summary>What editors declared is given for a track, or no longer.</summary>
    public IReadOnlyList<TieChange> Ties { get; init; } = [];

    /// <summary>What is asked of the order.</summary>
    public required IReadOnlyList<ValueChange> Flow { get; init; }

    /// <summary>Lines still missing.</summary>
    public MissingChange Missing { get; init; } = new([], []);

    /// <summary>How many things are different.</summary>
    public int Count => Words.Count + Added.Count + Removed.Count + Moved.Count + Pins.Count + Notes.Count + Tags.Count + Recipe.Count + Keeps.Count + Ties.Count + Flow.Count + Missing.Added.Count + Missing.Dropped.Count + Sections.Count;

    /// <summary>Whether an editor would call the two states the same.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Every track that is named, for looking up titles.</summary>
    public IEnumerable<TrackId> Tracks =>
        Added.Concat(Removed).Concat(Moved.Select(move => move.Track)).Concat(Pins.Select(pin => pin.Track)).Concat(Notes.Select(note => note.Track))
            .Concat(Tags.Select(tags => tags.Track)).Concat(Keeps.Select(keep => keep.Track)).Concat(Ties.Select(tie => tie.Track)).Distinct();

    /// <summary>What changed from one state to another.</summary>
    /// <param name="before">The earlier state.</param>
    /// <param name="after">The later state.</param>
    /// <param name="genreName">Says a genre's name; without it a seed shows as its number.</param>
    public static DraftDiff Between(Draft before, Draft after, Func<GenreId, string>? genreName = null)
    {
        var old = before.Pool.ToDictionary(entry => entry.Track);
        var now = after.Pool.Select(entry => entry.Track).ToHashSet();
        return new DraftDiff
        {
            Words = [.. WordsOf(before, after, genreName ?? (genre => genre.ToString()))],
            Added = [.. after.Pool.Where(entry => !old.ContainsKey(entry.Track)).Select(entry => entry.Track)],
            Removed = [.. before.Pool.Where(entry => !now.Contains(entry.Track)).Select(entry => entry.Track)],
            Moved = [.. FewestMoves.Between([.. before.Pool.Select(entry => entry.Track)], [.. after.Pool.Select(entry => entry.Track)])],
            Pins = [.. after.Pool.Select(entry => new PinChange(entry.Track, old.GetValueOrDefault(entry.Track)?.Pin, entry.Pin)).Where(pin => pin.From != pin.To)],
            Notes = [.. after.Pool.Select(entry => new NoteChange(entry.Track, old.GetValueOrDefault(entry.Track)?.Note ?? "", entry.Note)).Where(note => note.Before != note.After)],
            Tags = [.. after.Pool.Select(entry => new TagChange(entry.Track, old.GetValueOrDefault(entry.Track)?.Tags ?? [], entry.Tags ?? [])).Where(tags => !tags.Before.SequenceEqual(tags.After))],
            Missing = StillMissing.Change(before.Missing, after.Missing),
            Recipe = [.. RecipeDiff.Between(before.Blend, after.Blend)],
            Sections = [.. SectionDiff.Between(before, after)],
            Keeps = [.. after.Pool.Where(entry => (old.GetValueOrDefault(entry.Track)?.KeepWithNext ?? false) != (entry.KeepWithNext ?? false)).Select(entry => new KeepChange(entry.Track, entry.KeepWithNext ?? false))],
            Ties = [.. after.Pool.Where(entry => old.GetValueOrDefault(entry.Track)?.Commercial != entry.Commercial).Select(entry => new TieChange(entry.Track, entry.Commercial))],
            Flow = [.. FlowDiff.Between(before.Flow, after.Flow)],
        };
    }

    private static IEnumerable<ValueChange> WordsOf(Draft before, Draft after, Func<GenreId, string> genreName)
    {
        if (before.Title != after.Title) yield return new ValueChange("title", before.Title, after.Title);
        if (before.Need != after.Need) yield return new ValueChange("need", before.Need, after.Need);
        if (before.Seed != after.Seed) yield return new ValueChange("genre seed", Named(before.Seed), Named(after.Seed));
        string Named(GenreId? seed) => seed is { } genre ? genreName(genre) : "";
    }
}
