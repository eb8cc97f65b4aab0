using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Catalogues and requests of every shape, from a seeded source of randomness.</summary>
internal static class RandomWorld
{
    private static readonly string[] Vocabulary = ["night", "rain", "house", "deep", "blue", "ön", "slow", "jump", "down", "the"];

    public static World Of(Random random)
    {
        var world = new World();
        var size = random.Next(0, 40);
        for (var i = 0; i < size; i++)
        {
            world.Add(
                Text(random, 3),
                "Artist " + random.Next(8),
                random.Next(4) == 0 ? null : Text(random, 2),
                random.Next(4) == 0 ? null : 1960 + random.Next(60),
                random.Next(3) == 0,
                random.Next(3) == 0 ? 0 : Math.Pow(random.NextDouble() * 10, 4),
                random.Next(2) == 0 ? [] : [Text(random, 2)]);
        }

        return world;
    }

    public static SuggestionRequest Request(World world, Random random)
    {
        var catalogue = world.Catalogue();
        var tracks = catalogue.Tracks.Select(track => track.Id).Append(new TrackId(1_000)).ToArray();
        var genres = catalogue.GenreNames.Keys.ToArray();
        return new SuggestionRequest
        {
            Pool = random.Next(2) == 0 ? [] : random.GetItems(tracks, random.Next(6)).Distinct().ToList(),
            Seed = random.Next(2) == 0 ? null : Seed(world, random, tracks),
            Need = random.Next(2) == 0 ? "" : Text(random, 6),
            Excluded = random.GetItems(tracks, random.Next(5)).ToHashSet(),
            Count = random.Next(12),
            Filters = new SuggestionFilters
            {
                Genres = random.Next(3) > 0 || genres.Length == 0 ? new HashSet<GenreId>() : random.GetItems(genres, 3).ToHashSet(),
                Tiers = random.Next(3) > 0 ? new HashSet<PopularityTier>() : random.GetItems(Enum.GetValues<PopularityTier>(), 2).ToHashSet(),
                CleanOnly = random.Next(3) == 0,
                YearFrom = random.Next(3) == 0 ? 1960 + random.Next(40) : null,
                YearTo = random.Next(3) == 0 ? 1980 + random.Next(40) : null,
            },
        };
    }

    /// <summary>A model of random listening to some of the tracks; or none.</summary>
    public static TrainedModel? Model(World world, Random random)
    {
        var known = world.Catalogue().Tracks.Select(track => track.Id).Where(_ => random.Next(5) > 0).ToArray();
        if (known.Length == 0 || random.Next(3) == 0) return null;
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 12; listener++)
        {
            foreach (var column in Enumerable.Range(0, known.Length).Where(_ => random.Next(3) == 0)) builder.Add(listener, column, 1 + random.Next(9));
        }

        var options = new ModelOptions { Factorisation = new() { Factors = 4, Iterations = 2, Threads = 1 }, Neighbours = new() { Threads = 1 } };
        return new ModelTrainer(options).Train(builder.Build(12, 0, known.Length), new TrackIndex(known));
    }

    private static GenreSeed Seed(World world, Random random, TrackId[] tracks) =>
        new(
            world.Genre(Text(random, 1)),
            "the seed",
            random.GetItems(tracks, random.Next(3)),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => world.Artist("Artist " + random.Next(10)))],
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random, 1))]);

    private static string Text(Random random, int most) => string.Join(' ', random.GetItems(Vocabulary, random.Next(1, most + 1)));
}
