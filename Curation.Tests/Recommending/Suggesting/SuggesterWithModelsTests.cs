using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Suggestions on trained models, in a world of two camps whose answer is known.</summary>
public sealed class SuggesterWithModelsTests
{
    private const int Each = 8;
    private readonly World world = new();
    private readonly TrackId[] calm;
    private readonly TrackId[] loud;
    private readonly TrackId unheard;
    private readonly Suggester suggester;

    public SuggesterWithModelsTests()
    {
        calm = [.. Enumerable.Range(0, Each).Select(i => world.Add($"Calm {i}", "Quiet", "Downtempo", 2000 + i, plays: 5))];
        loud = [.. Enumerable.Range(0, Each).Select(i => world.Add($"Loud {i}", "Noisy", "Hardcore", 2000 + i, plays: 50))];
        unheard = world.Add("Never heard", "Nobody");
        suggester = world.Suggester(Model());
    }

    [Fact]
    public void A_pool_brings_the_rest_of_its_camp_each_because_of_tracks_in_the_pool()
    {
        var list = suggester.Suggest(new() { Pool = calm[..3], Count = Each - 3 });
        Assert.Equal(StartingPoint.Pool, list.From);
        Assert.Equal(calm[3..], list.Items.Select(item => item.Track).Order());
        Assert.All(list.Items, item => Assert.Equal(ReasonKind.PoolTrack, item.Reasons[0].Kind));
        Assert.All(list.Items, item => Assert.Contains(item.Reasons[0].Track!.Value, calm[..3]));
    }

    [Fact]
    public void A_seed_of_an_empty_pool_reaches_beyond_what_it_names()
    {
        var seed = new GenreSeed(new GenreId(99), "Evening", calm[..2], [], []);
        var list = suggester.Suggest(new() { Seed = seed, Count = Each });
        Assert.Equal(StartingPoint.Seed, list.From);
        Assert.Equal(calm, list.Items.Select(item => item.Track).Order());
        Assert.Equal(calm[..2], list.Items.Take(2).Select(item => item.Track).Order());
    }

    [Fact]
    public void The_seed_speaks_while_no_model_knows_any_track_of_the_pool()
    {
        var seed = new GenreSeed(new GenreId(99), "Evening", calm[..2], [], []);
        var list = suggester.Suggest(new() { Pool = [unheard], Seed = seed, Count = Each });
        Assert.Equal(StartingPoint.Seed, list.From);
        Assert.Equal(calm, list.Items.Select(item => item.Track).Order());
    }

    [Fact]
    public void A_need_can_bring_a_track_that_no_model_knows() =>
        Assert.Contains(unheard, suggester.Suggest(new() { Pool = calm[..3], Need = "what I have \u201cnever heard\u201d before" }).Items.Select(item => item.Track));

    [Fact]
    public void The_best_candidate_of_every_source_at_once_scores_one()
    {
        var list = suggester.Suggest(new() { Pool = [.. calm[..4], .. loud], Count = 1 });
        Assert.InRange(list.Items[0].Score, 0.9, 1.000001);
    }

    [Fact]
    public void Both_models_share_one_reason_for_a_track_of_the_pool()
    {
        var item = suggester.Suggest(new() { Pool = calm[..3], Count = 1 }).Items[0];
        Assert.Equal(item.Reasons.Count, item.Reasons.Select(reason => (reason.Kind, reason.Track)).Distinct().Count());
    }

    private TrainedModel Model()
    {
        var builder = new ListeningMatrixBuilder();
        for (var listener = 0; listener < 40; listener++)
        {
            for (var i = 0; i < Each; i++)
            {
                if ((listener / 2) % Each != i) builder.Add(listener, (listener % 2 * Each) + i, 1);
            }
        }

        var options = new ModelOptions { Factorisation = new() { Factors = 8, Threads = 1 }, Neighbours = new() { Threads = 1 } };
        return new ModelTrainer(options).Train(builder.Build(40, 0, 2 * Each), new TrackIndex([.. calm, .. loud]));
    }
}
