using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Xunit;
using static Curation.Tests.Catalog.Versions.Tracks;

namespace Curation.Tests.Catalog.Versions;

public sealed class VersionBookTests
{
    [Fact]
    public void A_chain_of_lengths_does_not_pull_far_ends_together()
    {
        var book = Book([Of(1, "Sodium Lights"), Of(2, "Sodium Lights", ms: 201_800), Of(3, "Sodium Lights", ms: 203_600)]);
        var group = book.Group(new TrackId(1)).Tracks.Select(track => track.Value).ToList();
        Assert.Equal([1, 2], group);
        Assert.Equal([3], book.Group(new TrackId(3)).Tracks.Select(track => track.Value));
    }

    [Fact]
    public void People_link_what_the_facts_do_not_and_part_what_they_do()
    {
        TrackFacts[] tracks = [Of(1, "Sodium Lights"), Of(2, "Sodium Lights"), Of(3, "Natriumlicht"), Of(4, "Natriumlicht")];
        var merged = Book(tracks, new Verdict(new TrackId(1), new TrackId(3), VersionRelation.SameRecording));
        Assert.Equal([1, 2, 3, 4], merged.Group(new TrackId(4)).Tracks.Select(track => track.Value));
        var parted = Book(tracks, new Verdict(new TrackId(1), new TrackId(2), VersionRelation.Different));
        Assert.Equal([1], parted.Group(new TrackId(1)).Tracks.Select(track => track.Value));
        Assert.DoesNotContain(parted.Of(new TrackId(1)), pair => pair.Beside(new TrackId(1)).Value == 2);
        var both = Book(tracks, new Verdict(new TrackId(1), new TrackId(3), VersionRelation.SameRecording), new Verdict(new TrackId(2), new TrackId(3), VersionRelation.Different));
        Assert.Equal([1, 3, 4], both.Group(new TrackId(1)).Tracks.Select(track => track.Value));
    }

    [Fact]
    public void The_newest_choice_of_a_group_is_preferred_and_named_for_the_others()
    {
        var book = new VersionBook(Likenesses.Within([Of(1, "Sodium Lights"), Of(2, "Sodium Lights")]), [], [new TrackId(1), new TrackId(2)]);
        Assert.Equal(new TrackId(2), book.Better(new TrackId(1)));
        Assert.Null(book.Better(new TrackId(2)));
    }

    [Fact]
    public void What_was_decided_is_no_question_any_more()
    {
        TrackFacts[] tracks = [Of(1, "Sodium Lights", ms: null), Of(2, "Sodium Lights")];
        Assert.Single(Book(tracks).Maybes);
        Assert.Empty(Book(tracks, new Verdict(new TrackId(1), new TrackId(2), VersionRelation.AnotherVersion)).Maybes);
    }

    [Fact]
    public void A_pool_warns_of_the_later_of_two_and_not_of_a_live_version()
    {
        var book = Book([Of(1, "Sodium Lights (Live)"), Of(2, "Sodium Lights"), Of(3, "Sodium Lights"), Of(4, "Sodium Lights", ms: null)]);
        var repeats = PoolVersions.Repeats([new TrackId(3), new TrackId(1), new TrackId(2), new TrackId(4)], book);
        Assert.Equal([2, 4], repeats.Keys.Select(track => track.Value).Order());
        Assert.Equal((new TrackId(3), VersionRelation.SameRecording), (repeats[new TrackId(2)].Like, repeats[new TrackId(2)].Pair.Relation));
        Assert.Equal(VersionRelation.Maybe, repeats[new TrackId(4)].Pair.Relation);
    }

    [Fact]
    public void Too_many_of_one_name_are_left_alone_but_for_identifiers()
    {
        var many = Enumerable.Range(1, Likenesses.MostOfOneName + 1).Select(id => Of(id, "Sodium Lights", isrc: id <= 2 ? "NLA010000001" : null));
        Assert.Equal([1, 2], Book([.. many]).Group(new TrackId(1)).Tracks.Select(track => track.Value));
    }

    private static VersionBook Book(TrackFacts[] tracks, params Verdict[] verdicts) => new(Likenesses.Within(tracks), verdicts, []);
}
