using Curation.Core.Catalog;

namespace Curation.Core.Desk.Demo;

/// <summary>An invented artist. Indices in these rows point into the lists of the same plan, never into the store.</summary>
internal sealed record DemoArtist(string Name, ArtistType Type, Gender Gender, string? Country, Flavour Flavour, int Genre, int SecondGenre);

internal sealed record DemoRelease(string Title, int Artist);

internal sealed record DemoTag(string Tag, int Count);

internal sealed record DemoTrack
{
    public required string Title { get; init; }

    public required string ArtistLine { get; init; }

    public required int[] Artists { get; init; }

    public required int Release { get; init; }

    public required DateOnly ReleasedOn { get; init; }

    public required int DurationMs { get; init; }

    public required bool Explicit { get; init; }

    public required string? Isrc { get; init; }

    /// <summary>Language of the words; null for the few of which the demo says nothing.</summary>
    public string? Language { get; init; }

    public required AudioFeatures Sound { get; init; }

    public required int[] Genres { get; init; }

    public required DemoTag[] Tags { get; init; }

    /// <summary>The track of which this is another version, or null.</summary>
    public int? VersionOf { get; init; }
}

internal sealed record DemoListener(string Key, string? AgeBand, string? Region, DateOnly Since, bool ProfilingOff, bool ExcludesExplicit);

internal readonly record struct DemoPlay(int Listener, int Track, long At, int Ms, bool Skipped, bool Saved, string Source);

/// <summary>An evening of an invented radio show: a list made elsewhere.</summary>
internal sealed record DemoShow(string Key, string Name, DateOnly On, int[] Tracks);

internal sealed record DemoSeed(int[] Tracks, int[] Artists, string[] Tags);

internal sealed record DemoPlaylist(PlaylistBrief Brief, int[] Pool, IReadOnlyDictionary<int, string> Notes, IReadOnlyDictionary<int, int> Pins);
