using System.Collections.Immutable;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Simulating;
using Xunit;

namespace Curation.Tests.Simulating;

public sealed class FeedbackLoopTests
{
    private const int Tracks = 120;
    private const int Listeners = 150;
    private static readonly LoopOptions Short = new() { Weeks = 6, Choices = 12, Factors = 8 };

    private static readonly CatalogueRows Rows = new(new Catalogue(
        Enumerable.Range(1, Tracks).Select(id => new TrackFacts(new TrackId(id), $"Track {id}", $"Artist {id % 40}", [new ArtistId(1 + (id % 40))], [new GenreId(1 + (id % 3))], null, 200_000, false, null, null, default)),
        new Dictionary<GenreId, string> { [new(1)] = "Ambient", [new(2)] = "House", [new(3)] = "Jazz" },
        Enumerable.Range(1, 40).ToDictionary(id => new ArtistId(id), id => $"Artist {id}")));

    /// <summary>Listeners of three tastes; the first tracks are played most.</summary>
    private static LoopWorld World()
    {
        var random = new SeededRandom(5);
        var heard = new ListeningMatrixBuilder();
        for (var row = 0; row < Listeners; row++)
        {
            for (var play = 0; play < 25; play++)
            {
                var track = (int)(Tracks * random.NextDouble() * random.NextDouble());
                if (random.NextDouble() < 0.6) track = Math.Min(Tracks - 1, (track / 3 * 3) + (row % 3));
                heard.Add(row, track, 1);
            }
        }

        var matrix = heard.Build(Listeners, 0, Tracks);
        var plays = new double[Tracks];
        for (var row = 0; row < Listeners; row++)
            for (var i = 0; i < matrix.Row(row).Count; i++) plays[matrix.Row(row).Columns[i]] += matrix.Row(row).Weights[i];
        var least = plays.Index().OrderBy(track => track.Item).Take(40).Select(track => new TrackId(track.Index + 1)).ToHashSet();
        var genre = Dimension.OfTracks("genre", Rows, Rows.Catalogue.GenresOf);
        return new LoopWorld
        {
            Rows = Rows,
            Heard = matrix,
            Listeners = [.. Enumerable.Range(1, Listeners).Select(id => new ListenerId(id))],
            Watched = genre,
            Dimensions = [genre],
            Tier = track => least.Contains(track) ? PopularityTier.Tail : PopularityTier.Head,
        };
    }

    /// <summary>The editor's order is that of the numbers, so the often-played come first.</summary>
    private static Draft Draft(Blend blend, int pool = Tracks) => new()
    {
        Title = "Loop",
        Pool = Enumerable.Range(1, pool).Select(id => new Entry { Track = new TrackId(id), AddedBy = new PersonId("editor"), AddedAt = DateTimeOffset.UnixEpoch }).ToImmutableArray(),
        Blend = blend with { Size = 20, ArtistSeparation = 2 },
    };

    private static readonly Blend Taste = new() { EditorialWeight = 0, DiscoveryShare = 0 };

    private static void Same(LoopCurve one, LoopCurve other) => Assert.All(one.Weeks.Zip(other.Weeks), pair =>
    {
        Assert.Equal(pair.First with { Groups = [] }, pair.Second with { Groups = [] });
        Assert.Equal(pair.First.Groups, pair.Second.Groups);
    });

    [Fact]
    public void The_same_seed_gives_the_same_curves_and_another_seed_others()
    {
        var world = World();
        var once = new FeedbackLoop(world, Short).Run("taste", Draft(Taste));
        Same(once, new FeedbackLoop(world, Short).Run("taste", Draft(Taste)));
        var other = new FeedbackLoop(world, Short with { Seed = 2 }).Run("taste", Draft(Taste));
        Assert.NotEqual(once.Weeks.Select(week => week.Gini), other.Weeks.Select(week => week.Gini));
        Assert.Equal(Enumerable.Range(1, 6), once.Weeks.Select(week => week.Week));
    }

    [Fact]
    public void Shares_of_groups_add_up_to_all_plays_every_week()
    {
        var curve = new FeedbackLoop(World(), Short).Run("taste", Draft(Taste));
        Assert.Equal(["unknown", "Ambient", "House", "Jazz"], curve.Groups);
        Assert.All(curve.Weeks, week => Assert.Equal(1, week.Groups.Sum(), 6));
    }

    [Fact]
    public void One_list_for_everybody_narrows_what_is_heard_and_a_recipe_by_taste_narrows_it_less()
    {
        var loop = new FeedbackLoop(World(), Short);
        var shared = loop.Run("the editor alone", Draft(Taste with { EditorialWeight = 1 })).Weeks;
        var taste = loop.Run("taste alone", Draft(Taste)).Weeks;
        Assert.Equal(1, shared[^1].Alike);
        Assert.True(shared[^1].Gini > shared[0].Gini, "what is played most is played more and more");
        Assert.All(shared.Zip(taste).Skip(1), pair => Assert.True(pair.First.Gini > pair.Second.Gini + 0.05 && pair.First.Coverage < pair.Second.Coverage));
    }

    [Fact]
    public void Places_kept_for_a_group_raise_its_share_of_plays_week_after_week()
    {
        var loop = new FeedbackLoop(World(), Short);
        var plain = loop.Run("plain", Draft(Taste)).Weeks;
        var goal = new ExposureGoal { Dimension = "genre", Shares = [new("Jazz", 0.6)] };
        var kept = loop.Run("jazz kept", Draft(Taste with { Exposure = goal })).Weeks;
        Assert.All(plain.Zip(kept), pair => Assert.True(pair.Second.Groups[3] > pair.First.Groups[3] + 0.05));
        Assert.Throws<RefusedException>(() => loop.Run("nonsense", Draft(Taste with { Exposure = goal with { Dimension = "colour" } })));
    }

    [Fact]
    public void Habit_alone_plays_nothing_new()
    {
        var world = World();
        var curve = new FeedbackLoop(world, Short with { Habit = 1 }).Run("habit", Draft(Taste));
        var known = Enumerable.Range(0, Listeners).SelectMany(row => world.Heard.Row(row).Columns.ToArray()).Distinct().Count();
        Assert.True(curve.Weeks[0].Gini >= 1 - (known / (double)Tracks));
        Same(curve with { Recipe = "" }, new FeedbackLoop(world, Short with { Habit = 1 }).Run("", Draft(Taste)));
    }

    [Fact]
    public void An_empty_pool_leaves_habit_and_nobody_to_simulate_is_refused()
    {
        var world = World();
        var empty = new FeedbackLoop(world, Short with { Habit = 0 }).Run("empty", Draft(Taste, pool: 0)).Weeks;
        Assert.All(empty, week => Assert.Equal((null, null, 0.0), (week.Diversity, week.Alike, week.Coverage)));
        Assert.All(empty, week => Assert.NotNull(week.Gini));
        var nobody = world with { Listeners = [], Heard = new ListeningMatrixBuilder().Build(0, 0, Tracks) };
        Assert.Throws<RefusedException>(() => new FeedbackLoop(nobody, Short));
    }
}
