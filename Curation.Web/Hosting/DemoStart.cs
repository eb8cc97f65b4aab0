using Curation.Core.Desk.Demo;
using Curation.Web.Account;

namespace Curation.Web.Hosting;

/// <summary>On a first start in Development, fills the empty store with the demo world before the server answers. "Curation:Demo" set to false keeps the store empty.</summary>
internal static class DemoStart
{
    public static async Task MakeIfEmpty(IConfiguration configuration, IHostEnvironment environment, CancellationToken cancel)
    {
        if (!environment.IsDevelopment() || !configuration.GetValue("Curation:Demo", defaultValue: true)) return;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddWorkbench(configuration);
        services.AddDemoWorld(TimeProvider.System.GetUtcNow());
        var provider = services.BuildServiceProvider();
        await using (provider)
        {
            var people = DemoAccounts.All.Select(account => new DemoPerson(account.Email, account.Name, account.Roles, DemoAccounts.Password)).ToList();
            await provider.GetRequiredService<DemoWorld>().EnsureMade(people, Console.Error.WriteLine, cancel);
        }
    }

    /// <summary>Adds the demo world and the clock on which everything around it then runs.</summary>
    public static void AddDemoWorld(this IServiceCollection services, DateTimeOffset now)
    {
        var clock = new DemoClock(now);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<DemoJobs>();
        services.AddSingleton<DemoVerdicts>();
        services.AddSingleton<DemoImpact>();
        services.AddSingleton<DemoContent>();
        services.AddSingleton<DemoReviews>();
        services.AddSingleton<DemoStory>();
        services.AddSingleton<DemoWorld>();
    }
}
