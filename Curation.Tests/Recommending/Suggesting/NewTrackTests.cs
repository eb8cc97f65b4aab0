using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Suggestions of tracks that came after training, in a world of two camps with artists of their own.</summary>
public sealed class NewTrackTests
{
    private const int Each = 8;
    private readonly World world = new();
    private readonly TrackId[] calm;
    private readonly TrackId[] loud;
    private readonly TrackId newCalm;
    private readonly TrackId newLoud;
    private readonly SuggestionList list;

    public NewTrackTests()
    {
        calm = [.. Enumerable.Range(0, Each).Select(i => world.Add($"Calm {i}", $"Quiet {i % 2}", "Downtempo", plays: 5))];
        loud = [.. Enumerable.Range(0, Each).Select(i => world.Add($"Loud {i}", $"Noisy {i % 2}", "Hardcore", plays: 50))];
        newCalm = world.Add("Out today", "Quiet 1", "Downtempo", tags: "never seen before");
        newLoud = world.Add("Out tonight", "Noisy 1", "Hardcore");
        list = world.Suggester(Model()).Suggest(new() { Pool = calm[..3] });
    }

    [Fact]
    public void A_track_that_nobody_heard_is_suggested_to_the_camp_of_its_artist_and_is_marked()
    {
        Assert.True(Of(newCalm).Inferred);
        var others = list.Items.Where(item => item.Track == newLoud || loud.Contains(item.Track)).Select(item => item.Score);
        Assert.All(others, score => Assert.True(score < Of(newCalm).Score));
    }

    [Fact]
    public void A_track_with_listeners_is_not_marked() =>
        Assert.All(calm[3..], track => Assert.False(Of(track).Inferred));

    [Fact]
    public void Its_reasons_are_its_artist_and_genre_and_add_up()
    {
        var reasons = Of(newCalm).Reasons;
        Assert.Contains(reasons, reason => reason is { Kind: ReasonKind.Trait, Amount: > 0 } && reason.Artist == world.Artist("Quiet 1"));
        Assert.Contains(reasons, reason => reason is { Kind: ReasonKind.Trait, Amount: > 0, Word: "Downtempo" });
        Assert.DoesNotContain(reasons, reason => PoolReasons.AreOf(reason) || reason.Word == "never seen before");
        Assert.Equal(Of(newCalm).Score, reasons.Sum(reason => reason.Amount), 1e-6);
    }

    [Fact]
    public void Sources_that_cannot_know_a_new_track_do_not_hold_it_back()
    {
        var weights = new SuggestionWeights();
        Assert.InRange(Of(newCalm).Score, weights.Factorisation / (weights.Factorisation + weights.Neighbours + weights.Popularity), list.Items[0].Score);
    }

    [Fact]
    public void A_pool_of_everything_that_was_heard_leaves_what_is_new()
    {
        var left = world.Suggester(Model()).Suggest(new() { Pool = [.. calm, .. loud] });
        Assert.Equal([newCalm, newLoud], left.Items.Select(item => item.Track).Order());
        Assert.All(left.Items, item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount), 1e-6));
    }

    [Fact]
    public void A_pool_of_new_tracks_only_brings_their_camp()
    {
        var asked = world.Suggester(Model()).Suggest(new() { Pool = [newLoud], Count = Each });
        Assert.Equal(StartingPoint.Pool, asked.From);
        Assert.Equal(loud, asked.Items.Select(item => item.Track).Order());
    }

    private Suggestion Of(TrackId track) => Assert.Single(list.Items, item => item.Track == track);

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
