using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

public sealed class SectionTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private readonly World world = new();

    [Fact]
    public void A_candidate_is_a_new_voice_a_bridge_of_the_long_tail_or_core_the_first_that_fits()
    {
        var pool = world.Add("Home", "Settled", "House", 2010, plays: 900);
        var core = world.Add("Core", "Settled", "House", 2011, plays: 800, tags: "night");
        var tail = world.Add("Tail", "Settled", "House", 2012, tags: "night");
        var bridge = world.Add("Bridge", "Other", "Jazz", 2012, plays: 700, tags: "night");
        var voice = world.Add("Voice", "Newcomer", "Jazz", 2026, tags: "night");
        var list = world.Suggester().Suggest(new SuggestionRequest { Pool = [pool], Need = "night", Today = Today });
        var sections = list.Items.ToDictionary(item => item.Track, item => item.Section);
        Assert.Equal(CandidateSection.Core, sections[core]);
        Assert.Equal(CandidateSection.LongTail, sections[tail]);
        Assert.Equal(CandidateSection.Bridge, sections[bridge]);
        Assert.Equal(CandidateSection.NewVoice, sections[voice]);
    }

    [Fact]
    public void Every_beginning_of_the_answer_has_about_the_shares_that_were_asked_for()
    {
        var pool = world.Add("Home", "Settled", "House", 2010, plays: 9_000);
        for (var i = 0; i < 60; i++) world.Add($"Core {i}", "Settled", "House", 2011, plays: 800, tags: "night");
        for (var i = 0; i < 60; i++) world.Add($"Bridge {i}", "Other", "Jazz", 2011, plays: 500, tags: "night");
        var list = world.Suggester().Suggest(new SuggestionRequest { Pool = [pool], Need = "night", Today = Today, Count = 40, Shares = new CandidateShares { Core = 50, Bridges = 50, NewVoices = 0, LongTail = 0 } });
        Assert.Equal(40, list.Items.Count);
        foreach (var beginning in Enumerable.Range(2, 39))
            Assert.InRange(list.Items.Take(beginning).Count(item => item.Section == CandidateSection.Bridge), (beginning / 2.0) - 1, (beginning / 2.0) + 1);
    }

    [Fact]
    public void Where_a_section_runs_out_the_others_fill_its_share_and_a_share_of_nothing_shows_none()
    {
        var pool = world.Add("Home", "Settled", "House", 2010, plays: 9_000);
        for (var i = 0; i < 30; i++) world.Add($"Core {i}", "Settled", "House", 2011, plays: 800, tags: "night");
        for (var i = 0; i < 3; i++) world.Add($"Bridge {i}", "Other", "Jazz", 2011, plays: 500, tags: "night");
        for (var i = 0; i < 9; i++) world.Add($"Tail {i}", "Settled", "House", 2011, tags: "night");
        var list = world.Suggester().Suggest(new SuggestionRequest { Pool = [pool], Need = "night", Today = Today, Count = 20, Shares = new CandidateShares { Core = 50, Bridges = 50, NewVoices = 0, LongTail = 0 } });
        Assert.Equal(17, list.Items.Count(item => item.Section == CandidateSection.Core));
        Assert.Equal(3, list.Items.Count(item => item.Section == CandidateSection.Bridge));
    }

    [Fact]
    public void Less_of_an_artist_puts_the_artist_behind_and_says_so_and_the_parts_still_add_up()
    {
        var pool = world.Add("Home", "Settled", "House", 2010, plays: 900);
        var loved = world.Add("Loved", "Much Played", "House", 2010, plays: 800, tags: "night");
        var other = world.Add("Other", "Rare", "House", 2010, plays: 10, tags: "night");
        var request = new SuggestionRequest { Pool = [pool], Need = "night" };
        Assert.Equal([loved, other], world.Suggester().Suggest(request).Items.Select(item => item.Track));
        var steered = world.Suggester().Suggest(request with { Steering = new Steering { LessOf = [world.Artist("Much Played")] } });
        Assert.Equal([other, loved], steered.Items.Select(item => item.Track));
        Assert.Contains(steered.Items[1].Reasons, reason => reason.Kind == ReasonKind.LessOf && reason.Amount < 0);
        Assert.All(steered.Items, item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount), 1e-6));
    }

    [Fact]
    public void Shares_that_do_not_add_up_to_a_hundred_are_refused()
    {
        var refused = Assert.Throws<RefusedException>(() => new CandidateShares { Core = 70 }.Checked());
        Assert.Contains("110 %", refused.Message, StringComparison.Ordinal);
    }
}
