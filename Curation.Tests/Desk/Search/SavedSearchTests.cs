using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Search.Saved;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Search;

public sealed class SavedSearchTests
{
    [Fact]
    public async Task A_search_is_seen_by_its_owner_until_it_is_shared_and_only_the_owner_changes_it()
    {
        await using var desk = await TestDesk.Open();
        var (ada, bob) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Bob", Roles.Reviewer));
        var id = await desk.Get<SaveSearch>().Run(ada, " Rainy ", "q=rain");
        Assert.Equal([("Rainy", true)], (await desk.Get<ListSearches>().Of(ada.Person)).Select(row => (row.Name, row.Mine)));
        Assert.Empty(await desk.Get<ListSearches>().Of(bob.Person));

        await desk.Get<ChangeSearch>().Share(ada, id, shared: true);
        await desk.Get<ChangeSearch>().Rename(ada, id, "Rain");
        Assert.Equal([("Rain", false, "Ada", "q=rain")], (await desk.Get<ListSearches>().Of(bob.Person)).Select(row => (row.Name, row.Mine, row.OwnerName, row.Query)));
        Assert.Contains("Only who saved", (await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ChangeSearch>().Delete(bob, id))).Message, StringComparison.Ordinal);
        Assert.Contains("already", (await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SaveSearch>().Run(ada, "Rain", "q=x"))).Message, StringComparison.Ordinal);

        await desk.Get<ChangeSearch>().Delete(ada, id);
        Assert.Empty(await desk.Get<ListSearches>().Of(bob.Person));
    }

    [Fact]
    public void A_search_reads_back_from_its_address_equal()
    {
        var ask = new SearchAsk
        {
            Text = "ön & \"sea\"=50%",
            Filters = new Rule.Group(Match.All,
            [
                new Rule.IsOneOf(Category.Genre, ["3", "7", ""]), new Rule.IsOneOf(Category.Artist, ["9"], Not: true), new Rule.IsBetween(Measure.Tempo, 90.5, null, OrUnknown: true),
                new Rule.IsBetween(Measure.Energy, .2, .75), new Rule.IsBetween(Measure.Year, null, null, OrUnknown: true), new Rule.KeyFits("8A"), new Rule.ReleasedWithin(6), new Rule.NotUsedFor(8),
            ]),
            Like = [new TrackId(4), new TrackId(2)],
            Order = SearchOrder.Newest,
        };
        var back = SearchAddress.Read(SearchAddress.Write(ask));
        Assert.Equal((ask.Text, ask.Filters, ask.Order), (back.Text, back.Filters, back.Order));
        Assert.Equal(ask.Like, back.Like);
        Assert.Equal(SearchAddress.Write(ask), SearchAddress.Write(back));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?genre&=&tempo=x-y&months=0&goes=99Z&like=,a&sort=7&nonsense=1&year=1-2-3&7=1")]
    public void Nonsense_in_an_address_asks_for_nothing(string query) => Assert.True(SearchAddress.Read(query).IsEmpty);
}
