using Bunit;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Previews;
using Curation.Tests.Desk.Editions;
using Curation.Web.Account;
using Curation.Web.Editions;
using Curation.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web.Editions;

public sealed class EditionsPageTests : IAsyncDisposable
{
    private readonly BunitContext context = new() { JSInterop = { Mode = JSRuntimeMode.Loose } };

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public async Task No_link_holds_an_address_that_the_browser_says_is_ours()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var services = context.Services;
        services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        services.AddScoped<Toasts>();
        services.AddSingleton<TimeProvider>(room.Desk.Clock);
        services.AddSingleton(room.Get<ListEditions>());
        services.AddSingleton(room.Get<PublishPlaylist>());
        services.AddSingleton(room.Get<RollBack>());
        services.AddSingleton(room.Get<WithdrawEdition>());
        services.AddSingleton(room.Get<CancelJob>());
        services.AddSingleton(room.Get<ListJobs>());
        services.AddSingleton(room.Get<ReadListenerList>());
        services.AddSingleton(room.Get<FindListeners>());
        var me = new SignedIn(room.Editor.Person, "Ada", "ada@example.org", [Roles.Editor]);
        var page = context.Render<EditionsPage>(part => part.Add(p => p.Id, room.Playlist.Value).AddCascadingValue(me));
        page.WaitForElement("td a");
        Assert.Equal($"/playlists/{room.Playlist}/editions?edition=1", page.Find("td a").GetAttribute("href"));
        Assert.All(page.FindAll("a[href]"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));

        page.Find("input[type=search]").Input("listener 3&x");
        page.Find("form").Submit();
        Assert.EndsWith($"/playlists/{room.Playlist}/editions?edition=1&listener=listener%203%26x", context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri, StringComparison.Ordinal);
    }
}
