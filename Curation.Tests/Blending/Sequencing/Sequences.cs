using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Numerics;
using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Tests.Blending.Sequencing;

/// <summary>Tracks to put in order.</summary>
internal static class Sequences
{
    public static readonly DateOnly Day = new(2026, 5, 4);

    public static Catalogue Names { get; } = new([], Enumerable.Range(0, 60).ToDictionary(id => new GenreId(id), id => $"Genre {id}"), Enumerable.Range(0, 2000).ToDictionary(id => new ArtistId(id), id => $"Artist {id}"));

    public static SequenceTrack Track(int id, int artist = 0, double? tempo = null, double? energy = null, string? key = null, int genre = 0, int release = 0, Gender gender = Gender.Unknown, int year = 2020, PopularityTier tier = PopularityTier.Middle, params int[] with) => new(
        new TrackFacts(new TrackId(id), $"Track {id}", "", [new ArtistId(artist == 0 ? 1000 + id : artist), .. with.Select(other => new ArtistId(other))], genre == 0 ? [] : [new GenreId(genre)], new DateOnly(year, 1, 1), 200_000, false, null, null,
            new AudioFeatures(tempo, energy, null, key is null ? null : MusicalKey.TryParse(key, out var parsed) ? parsed : null))
        { Release = release == 0 ? null : new ReleaseId(release) },
        tier, gender == Gender.Unknown ? new HashSet<Gender>() : new HashSet<Gender> { gender }, new HashSet<string>());

    public static SequenceTrack Sounding(int id, string? key = null, double? tempo = null, double? energy = null) => Track(id, 0, tempo, energy, key);

    /// <summary>Invented tracks as a pool has them: artists with several tracks, a few genres, some axes unknown.</summary>
    public static IReadOnlyList<SequenceTrack> Pool(int count, int seed, int? artists = null)
    {
        var random = new SeededRandom(seed);
        return Enumerable.Range(1, count).Select(id => Track(
            id,
            1 + random.NextInt(artists ?? Math.Max(2, count / 4)),
            random.NextInt(12) == 0 ? null : 80 + (random.NextDouble() * 60),
            random.NextInt(12) == 0 ? null : Math.Round(random.NextDouble(), 2),
            random.NextInt(12) == 0 ? null : $"{1 + random.NextInt(12)}{(random.NextInt(2) == 0 ? "A" : "B")}",
            1 + random.NextInt(8),
            1 + random.NextInt(count),
            (Gender)random.NextInt(4),
            1970 + random.NextInt(56),
            (PopularityTier)random.NextInt(3),
            random.NextInt(10) == 0 ? [1 + random.NextInt(Math.Max(2, count / 4))] : [])).ToList();
    }

    public static Flow Everything(bool hard = false) => new()
    {
        Artist = new Separation { Distance = 4, Hard = hard },
        Album = new Separation { Distance = 3 },
        Genre = new Separation { Distance = 2 },
        Gender = new GenderBalance { Window = 4, MostOfOne = 3, LeastWomenAndNonBinary = 1 },
        KeyRun = new KeyRun { Most = 2 },
        TempoJump = new TempoJump { Percent = 12 },
        Curve = new TargetCurve(),
    };

    public static IEnumerable<int[]> Orders(int count) =>
        count == 0 ? [[]] : Orders(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(place => shorter.Take(place).Append(count - 1).Concat(shorter.Skip(place)).ToArray()));

    /// <summary>What an order costs, reckoned anew from nothing.</summary>
    public static double CostOf(SequencePlan plan, IReadOnlyList<int> order) =>
        Sequencer.CostOf(plan with { Tracks = [.. order.Select(track => plan.Tracks[track])], FixedAt = [], Kept = [] });
}
