using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Recommending.Suggesting;
using Curation.Web.Playlists.Candidates;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Curation.Tests.Web.Playlists.Candidates;

public sealed class WhyNotAnswerTests : BunitContext
{
    [Fact]
    public void An_outranked_track_shows_its_place_what_it_needed_and_what_keeps_it_down_most()
    {
        var answer = Answer(AbsenceCause.Outranked, 0.32m, [new(SourceKind.Factorisation, 0.10m, 0.20m), new(SourceKind.Need, 0.05m, 0.11m), new(SourceKind.Popularity, 0.02m, 0.01m)]);
        Assert.Contains("place 212 with a score of 0.17; it would have needed more than 0.32", answer.Markup, StringComparison.Ordinal);
        Assert.Contains("factorisation", answer.Find("tr.weakest").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Score", "0.17", "0.32", "−0.15"], answer.Find("tr.sum").Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_track_that_is_left_out_shows_where_it_would_stand()
    {
        var answer = Answer(AbsenceCause.Filtered, null, [new(SourceKind.Need, 0.17m, 0)]);
        Assert.Contains("Else it would stand at place 212", answer.Markup, StringComparison.Ordinal);
        Assert.Empty(answer.FindAll("tr.weakest"));
        Assert.Equal(2, answer.FindAll("thead th").Count);
    }

    [Fact]
    public void The_pane_offers_to_ask_only_where_somebody_listens()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var asked = 0;
        var pane = Render<CandidatesPane>(parameters => parameters
            .Add(part => part.List, CandidateList.Empty)
            .Add(part => part.OnWhyNot, EventCallback.Factory.Create(this, () => asked++)));
        pane.FindAll("button").Single(button => button.TextContent == "Why not…?").Click();
        Assert.Equal(1, asked);
        Assert.DoesNotContain("Why not", Render<CandidatesPane>(parameters => parameters.Add(part => part.List, CandidateList.Empty)).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<WhyNotAnswer> Answer(AbsenceCause cause, decimal? needed, IReadOnlyList<AbsenceLine> parts) => Render<WhyNotAnswer>(parameters => parameters.Add(
        answer => answer.View,
        new AbsenceView(
            new TrackFacts(new TrackId(1), "Missed", "Artist", [new ArtistId(1)], [], null, null, false, null, null, default), cause, ["Because."], 212, 0.17m, needed, needed is null ? "" : "The Last", parts)));
}
