using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Desk.Search;
using Curation.Core.Recommending;
using Curation.Web.Search;
using Xunit;

namespace Curation.Tests.Web.Search;

public sealed class ResultPartsTests : BunitContext
{
    [Fact]
    public void The_artist_and_the_mark_of_explicit_words_are_two_words()
    {
        var table = Render<ResultTable>(part => part.Add(p => p.Items, [Found(1, isExplicit: true)]).Add(p => p.Chosen, new HashSet<TrackId>()));
        Assert.Contains("Pellwick E", table.Find("td .two span").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_one_page_has_a_way_on_and_back_and_says_where_one_is()
    {
        var steps = Render<PageSteps>(part => part.Add(p => p.Page, 2).Add(p => p.Pages, 3).Add(p => p.Address, page => $"/search?page={page}"));
        Assert.Equal(["/search?page=1", "/search?page=3"], steps.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("page 2 of 3", steps.Markup, StringComparison.Ordinal);
        Assert.Single(Render<PageSteps>(part => part.Add(p => p.Page, 3).Add(p => p.Pages, 3).Add(p => p.Address, page => $"{page}")).FindAll("[rel=prev]"));
        Assert.Empty(Render<PageSteps>(part => part.Add(p => p.Page, 1).Add(p => p.Pages, 1).Add(p => p.Address, page => $"{page}")).Markup.Trim());
    }

    [Fact]
    public void The_line_above_says_which_of_the_tracks_are_shown()
    {
        var answer = new SearchAnswer([Found(1), Found(2)], 1_202, new Dictionary<Core.Catalog.Columns.Category, IReadOnlyList<FacetValue>>(), [], 0, TimeSpan.Zero);
        Assert.Contains("1,202 tracks, 1,001 to 1,002 shown", Render<AlsoLine>(part => part.Add(p => p.Answer, answer).Add(p => p.First, 1_000)).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("shown", Render<AlsoLine>(part => part.Add(p => p.Answer, answer with { Total = 2 })).Markup, StringComparison.Ordinal);
    }

    private static FoundTrack Found(int id, bool isExplicit = false) =>
        new(new TrackRow(new TrackFacts(new TrackId(id), "Underpass", "Pellwick", [new ArtistId(1)], [], null, 200_000, isExplicit, null, null, default), "Downtempo", PopularityTier.Middle), null, null);
}
