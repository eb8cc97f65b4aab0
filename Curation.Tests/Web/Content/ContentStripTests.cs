using Bunit;
using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Content;
using Curation.Tests.Desk.Content;
using Curation.Tests.Desk.Editions;
using Curation.Web.Playlists.Content;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Web.Content;

public sealed class ContentStripTests : IAsyncDisposable
{
    private readonly BunitContext screen = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    [Theory, InlineData(true, true), InlineData(true, false), InlineData(false, false)]
    public async Task A_reviewer_reads_beside_the_submission_what_a_decision_would_do_and_goes_to_the_case_where_they_have_a_say(bool forReview, bool mayDecide)
    {
        await using var room = await Newsroom.Open();
        var track = room.Camps.Calm[0];
        await room.SaveRules(PolicyDesk.OfTracks(ContentLevel.Block, track));
        await room.SendBack();
        var id = Assert.Single(await room.Get<ListCases>().Waiting()).Case.Id;
        screen.Services.AddSingleton(room.Get<ContentFindings>());
        screen.Services.AddSingleton(room.Get<ListCases>());
        var draft = (await room.Head()).Draft;
        var strip = screen.Render<ContentStrip>(part => part.Add(p => p.Playlist, room.Playlist).Add(p => p.Draft, draft).Add(p => p.Title, _ => "Calm Number 0").Add(p => p.ForReview, forReview).Add(p => p.MayDecide, mayDecide));
        strip.WaitForElement("li b");
        Assert.Contains("one blocks publishing", strip.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(forReview, strip.Find("details").HasAttribute("open"));
        Assert.Equal(mayDecide ? [$"/reviews/content/{id}"] : [], strip.FindAll("li a").Select(link => link.GetAttribute("href")!));
        Assert.Equal(forReview, strip.Markup.Contains("put it back", StringComparison.Ordinal));
    }
}
