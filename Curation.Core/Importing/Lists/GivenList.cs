using Curation.Core.Matching;
using Curation.Core.Playlists;

namespace Curation.Core.Importing.Lists;

/// <summary>A track as a list gives it, with what the list says beside its name.</summary>
/// <param name="Wanted">What to look for.</param>
public sealed record GivenTrack(WantedTrack Wanted)
{
    /// <summary>The entry as it stood in the pool it came from, its track as numbered there; null where the list knows of none.</summary>
    public Entry? Entry { get; init; }
}

/// <summary>A list of tracks that somebody pasted or a file holds, before the catalogue was asked.</summary>
public sealed record GivenList
{
    /// <summary>Most tracks that are read; as many as a pool holds.</summary>
    public const int MostTracks = Playlists.Draft.LargestPool;

    /// <summary>Most bytes of a text or file. 4 MiB.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>What it was read as: "plain lines", "JSPF".</summary>
    public required string Format { get; init; }

    /// <summary>The tracks in their order.</summary>
    public required IReadOnlyList<GivenTrack> Tracks { get; init; }

    /// <summary>Lines that name no track.</summary>
    public IReadOnlyList<PassedLine> Passed { get; init; } = [];

    /// <summary>Its title, where it has one.</summary>
    public string? Title { get; init; }

    /// <summary>What it says about itself, where it does.</summary>
    public string? Words { get; init; }

    /// <summary>The draft it was written from, without its pool; null where the list knows of none.</summary>
    public Draft? Draft { get; init; }

    /// <summary>Name of the genre seed of that draft, since its number says nothing in another store.</summary>
    public string? Seed { get; init; }
}
