using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

/// <summary>What a written need brings up, in catalogues whose tags were given by people.</summary>
public sealed class NeedTests
{
    private readonly World world = new();

    [Fact]
    public void A_word_that_few_people_gave_to_one_track_does_not_outweigh_a_genre()
    {
        var stray = Tagged("Hit", 500, ("pop", 90), ("drive", 1));
        var electronic = Enumerable.Range(0, 20).Select(i => Tagged($"Circuit {i}", 1, ("electronic", 40))).ToList();
        Filler(60);
        var list = Suggest("electronic for a drive");
        Assert.Equal(electronic, list.Items.Take(20).Select(item => item.Track));
        Assert.True(list.Items.Single(item => item.Track == stray).Score < list.Items[19].Score / 2);
    }

    [Fact]
    public void A_track_that_is_both_of_two_genres_wanted_comes_before_one_that_is_only_the_one()
    {
        for (var i = 0; i < 10; i++) Tagged($"Circuit {i}", 300, ("electronic", 100));
        for (var i = 0; i < 10; i++) Tagged($"Guitar {i}", 300, ("indie rock", 100));
        var both = Tagged("Both", 1, ("indie rock", 50), ("electronic", 50));
        Filler(60);
        Assert.Equal(both, Suggest("indie rock and electronic for an early drive").Items[0].Track);
    }

    [Fact]
    public void A_name_of_two_words_is_asked_for_as_a_whole()
    {
        var punk = Enumerable.Range(0, 5).Select(i => Tagged($"Fast {i}", 1, ("punk", 50), ("rock", 50))).ToList();
        var whole = Tagged("Slow", 1, ("post rock", 50));
        Tagged("Slower", 1, ("post rock", 50));
        Filler(30);
        var items = Suggest("post-rock").Items;
        Assert.Equal(whole, items[0].Track);
        Assert.All(items.Where(item => punk.Contains(item.Track)), item => Assert.True(item.Score < items[0].Score / 2));
    }

    [Fact]
    public void How_a_name_is_written_as_words_does_not_matter()
    {
        var track = Tagged("Block", 1, ("hip-hop", 9));
        Tagged("Elsewhere", 1, ("jazz", 9));
        Assert.All(new[] { "hip hop", "Hip-Hop", "hiphop" }, need => Assert.Equal([track], Suggest(need).Items.Select(item => item.Track)));
    }

    [Fact]
    public void Of_two_tracks_the_one_that_more_of_its_listeners_call_so_comes_first()
    {
        var passing = Tagged("Passing", 1, ("pop", 200), ("jazz", 5));
        var meant = Tagged("Meant", 1, ("jazz", 30));
        Filler(20);
        Assert.Equal([meant, passing], Suggest("jazz").Items.Select(item => item.Track));
    }

    [Fact]
    public void What_everybody_plays_only_breaks_ties()
    {
        var loud = Tagged("Loud", 1_000_000, ("jazz", 10), ("pop", 30));
        var quiet = Tagged("Quiet", 1, ("jazz", 10));
        var played = Tagged("Played", 100, ("jazz", 10));
        Assert.Equal([played, quiet, loud], Suggest("jazz").Items.Select(item => item.Track));
    }

    [Theory]
    [InlineData("folk, no ballads")]
    [InlineData("folk without ballads")]
    [InlineData("folk but not too many ballads")]
    public void What_a_need_does_not_want_speaks_against_a_track(string need)
    {
        var ballad = Tagged("Slow", 900, ("folk", 20), ("ballads", 20));
        var other = Tagged("Brisk", 1, ("folk", 20));
        var list = Suggest(need);
        Assert.Equal(other, list.Items[0].Track);
        Assert.DoesNotContain(list.Items, item => item.Track == ballad && item.Reasons.All(reason => reason.Amount >= 0));
    }

    [Fact]
    public void A_need_that_is_only_against_something_leaves_the_rest()
    {
        var rest = Tagged("Rest", 10, ("folk", 20));
        Tagged("Unwanted", 500, ("metal", 20));
        var list = Suggest("no metal");
        Assert.Equal([rest], list.Items.Select(item => item.Track));
        Assert.Equal(StartingPoint.Need, list.From);
    }

    [Fact]
    public void A_name_that_begins_with_no_is_asked_for()
    {
        var wave = Tagged("Noise", 1, ("no wave", 9));
        Tagged("Smooth", 1, ("wave", 9));
        Assert.Equal(wave, Suggest("no wave").Items[0].Track);
    }

    [Fact]
    public void The_tracks_a_need_names_stand_for_a_pool_before_the_models()
    {
        var heard = Enumerable.Range(0, 12).Select(i => i < 6 ? Tagged($"Named {i}", 5, ("jazz", 20)) : world.Add($"Alike {i}", "A", plays: 5)).ToArray();
        var others = Enumerable.Range(0, 12).Select(i => world.Add($"Other {i}", "B", plays: 50)).ToArray();
        var list = world.Suggester(Camps([.. heard, .. others])).Suggest(new() { Need = "jazz", Count = 12 });
        Assert.Equal(heard, list.Items.Select(item => item.Track).Order());
        Assert.All(list.Items.Skip(6), item => Assert.Equal((ReasonKind.NeedTag, "jazz"), (item.Reasons[0].Kind, item.Reasons[0].Word)));
        Assert.All(list.Items, item => Assert.Equal(item.Score, item.Reasons.Sum(reason => reason.Amount), 6));
    }

    [Fact]
    public void Words_that_say_anything_at_all_are_no_evidence_in_a_title()
    {
        var track = Tagged("What the Neighbours Heard", 1, ("pop", 10));
        var jazz = Tagged("Slow", 1, ("jazz", 20));
        Filler(40);
        var list = Suggest("For somebody who heard jazz once and wants a friend to tell them why");
        Assert.Equal([jazz], list.Items.Select(item => item.Track));
        Assert.DoesNotContain(list.Items, item => item.Track == track);
    }

    [Theory]
    [InlineData("jazz in the manner of \u201cheard\u201d")]
    [InlineData("jazz in the manner of What the Neighbours Heard")]
    [InlineData("jazz. Neighbours Heard is the model")]
    [InlineData("jazz, \"the neighbours heard\" first")]
    public void A_title_that_is_quoted_or_has_capitals_is_evidence(string need)
    {
        var track = Tagged("What the Neighbours Heard", 1, ("pop", 10));
        Tagged("Heard It All", 1, ("pop", 10));
        Tagged("Slow", 1, ("jazz", 20));
        Filler(40);
        var found = Assert.Single(Suggest(need).Items, item => item.Track == track);
        Assert.Equal(ReasonKind.NeedTitle, found.Reasons[0].Kind);
        Assert.Equal(found.Score, found.Reasons.Sum(reason => reason.Amount), 6);
    }

    [Fact]
    public void A_title_that_is_not_wanted_speaks_against_its_track()
    {
        var track = Tagged("Blue Trellis", 1, ("jazz", 20));
        var other = Tagged("Slow", 1, ("jazz", 20));
        Filler(40);
        Assert.Equal(other, Suggest("jazz, not \u201cBlue Trellis\u201d").Items[0].Track);
        Assert.DoesNotContain(Suggest("jazz, not \u201cBlue Trellis\u201d").Items, item => item.Track == track && item.Reasons.All(reason => reason.Amount >= 0));
    }

    private SuggestionList Suggest(string need) => world.Suggester().Suggest(new() { Need = need });

    private TrackId Tagged(string title, double plays, params (string Tag, int Count)[] tags) => world.Tag(world.Add(title, title, plays: plays), tags);

    private void Filler(int count)
    {
        for (var i = 0; i < count; i++) Tagged($"Filler {i}", 20, ("pop", 10));
    }

    /// <summary>Listeners who hear either the first half of the tracks or the second.</summary>
    private static TrainedModel Camps(TrackId[] tracks)
    {
        var builder = new ListeningMatrixBuilder();
        var half = tracks.Length / 2;
        for (var listener = 0; listener < 40; listener++)
            for (var i = 0; i < half; i++)
                if ((listener / 2) % half != i) builder.Add(listener, (listener % 2 * half) + i, 1);
        var options = new ModelOptions { Factorisation = new() { Factors = 8, Threads = 1 }, Neighbours = new() { Threads = 1 } };
        return new ModelTrainer(options).Train(builder.Build(40, 0, tracks.Length), new TrackIndex(tracks));
    }
}
