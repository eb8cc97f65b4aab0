using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Demo;
using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Curation.Tests.Fixtures;
using Curation.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Curation.Tests.Browser;

/// <summary>A running workbench over a small demo world, so that every page has something to show.</summary>
public sealed class DemoBrowser : TestBrowser
{
    private static readonly DemoPerson[] People =
    [
        new("one@example.org", "One", [Roles.Editor], Password),
        new("two@example.org", "Two", [Roles.Editor], Password),
        new("three@example.org", "Three", [Roles.Reviewer], Password),
        new("four@example.org", "Four", [Roles.Admin], Password),
    ];

    public override async ValueTask InitializeAsync()
    {
        PreparedStore.Copy(await PreparedStore.Of("small demo world", Make), DataPath);
        await base.InitializeAsync();
    }

    private static async Task Make(DataDirectory data)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDesk(data);
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddDemoWorld(TimeProvider.System.GetUtcNow());
        await using var provider = services.BuildServiceProvider();
        await StoreUpgrade.ToCurrent(provider.GetRequiredService<IDbContextFactory<CurationDb>>());
        await provider.GetRequiredService<DemoWorld>().EnsureMade(People, DemoSize.Small, seed: 5, _ => { }, CancellationToken.None);
    }
}
