using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>One value of a draft or of an entry that was set, with what its writer saw there before; values are JSON, null where there is none.</summary>
/// <param name="Track">The entry's track; null for a value of the draft itself.</param>
/// <param name="Field">Its name as JSON knows it: "title", "blend.size", "note", "pin".</param>
/// <param name="Was">What the writer saw.</param>
/// <param name="Now">What was written.</param>
public sealed record FieldEdit(TrackId? Track, string Field, string? Was, string? Now)
{
    /// <summary>The edit that takes this one back.</summary>
    public FieldEdit Reverse() => this with { Was = Now, Now = Was };
}

/// <summary>An entry with its neighbours, so that it finds its place even where one of them is gone.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="After">The track it stands behind; null at the top.</param>
/// <param name="Before">The track it stands in front of; null at the end.</param>
public sealed record PlacedEntry(Entry Entry, TrackId? After, TrackId? Before);
