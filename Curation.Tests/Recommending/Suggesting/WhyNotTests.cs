using Curation.Core.Catalog;
using Curation.Core.Recommending.Suggesting;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>Asking why a track is not among the candidates.</summary>
public sealed class WhyNotTests
{
    private readonly World world = new();

    [Fact]
    public void A_track_behind_the_last_candidate_learns_its_rank_and_what_it_would_have_needed()
    {
        var jazz = Enumerable.Range(0, 4).Select(i => world.Add($"Jazz {i}", "A", "Jazz", plays: 100 - (i * 10))).ToList();
        var absence = Why(jazz[2], new() { Need = "jazz", Count = 2 });
        var list = world.Suggester().Suggest(new() { Need = "jazz", Count = 2 });
        Assert.Equal((AbsenceCause.Outranked, 3, jazz[1]), (absence.Cause, absence.Rank, absence.Last!.Value));
        Assert.Equal(list.Items[1].Score, absence.Needed!.Value, 6);
        Assert.True(absence.Score < absence.Needed);
        Assert.Equal(SourceKind.Popularity, absence.Parts.MinBy(part => part.Mine - part.Last)!.Source);
    }

    [Fact]
    public void What_is_left_out_says_by_what_and_where_it_would_stand()
    {
        var best = world.Add("Best", "A", "Jazz", plays: 90, isExplicit: true);
        world.Add("Next", "A", "Jazz", plays: 50);
        var asked = new SuggestionRequest { Need = "jazz" };
        Assert.Equal((AbsenceCause.Excluded, 1), Cause(best, asked with { Excluded = new HashSet<TrackId> { best } }));
        Assert.Equal((AbsenceCause.Filtered, 1), Cause(best, asked with { Filters = new() { CleanOnly = true } }));
        Assert.Equal(AbsenceCause.InPool, Why(best, asked with { Pool = [best] }).Cause);
        Assert.Equal((AbsenceCause.None, 1), Cause(best, asked));

        (AbsenceCause, int) Cause(TrackId track, SuggestionRequest request) => Why(track, request) is var absence ? (absence.Cause, absence.Rank) : default;
    }

    [Fact]
    public void A_track_nothing_but_popularity_speaks_for_says_so_and_one_outside_the_catalogue_too()
    {
        world.Add("Slow", "A", "Jazz");
        var other = world.Add("Other", "B", "Metal", plays: 900);
        Assert.Equal(AbsenceCause.NothingSpeaks, Why(other, new() { Need = "jazz" }).Cause);
        Assert.Equal(AbsenceCause.NotInCatalogue, Why(new TrackId(99), new() { Need = "jazz" }).Cause);
    }

    [Fact]
    public void Where_there_is_room_no_score_would_have_been_needed()
    {
        var track = world.Add("Slow", "A", "Jazz");
        var absence = Why(track, new() { Need = "jazz" });
        Assert.Null(absence.Needed);
        Assert.Null(absence.Last);
    }

    [Fact]
    public void For_any_request_the_answer_agrees_with_the_list_and_its_parts_add_up()
    {
        var seeds = Gen.Choose(0, 1_000_000).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(seeds, seed =>
        {
            var random = new Random(seed);
            var any = RandomWorld.Of(random);
            var request = RandomWorld.Request(any, random);
            var suggester = any.Suggester(RandomWorld.Model(any, random));
            var list = suggester.Suggest(request);
            return any.Catalogue().Tracks.All(track =>
            {
                var absence = suggester.WhyNot(request, track.Id);
                var place = list.Items.Select(item => item.Track).ToList().IndexOf(track.Id);
                var agrees = place >= 0 ? absence.Cause == AbsenceCause.None && absence.Rank == place + 1 : absence.Cause != AbsenceCause.None;
                var addsUp = IsNear(absence.Parts.Sum(part => part.Mine), absence.Score) && (absence.Needed is not { } needed || IsNear(absence.Parts.Sum(part => part.Last), needed));
                return agrees && addsUp && (absence.Cause != AbsenceCause.Outranked || request.Count == 0 || absence.Score <= absence.Needed);
            });
        }));
    }

    /// <summary>Scores are single precision and random models give some of tens of thousands.</summary>
    private static bool IsNear(double sum, double whole) => Math.Abs(sum - whole) < 1e-5 * Math.Max(1, Math.Abs(whole));

    private Absence Why(TrackId track, SuggestionRequest request) => world.Suggester().WhyNot(request, track);
}
