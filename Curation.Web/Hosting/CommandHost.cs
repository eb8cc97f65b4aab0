using Curation.Core.Desk.Audit;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Web.Hosting;

/// <summary>The services of one command. One that writes has taken the data directory, and the store is current, until it is disposed of.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly IDisposable? taken;

    private CommandHost(ServiceProvider services, IDisposable? taken)
    {
        this.services = services;
        this.taken = taken;
    }

    public IServiceProvider Services => services;

    /// <exception cref="DataDirectoryInUseException">Another process has the data directory.</exception>
    public static async Task<CommandHost> Open(CancellationToken cancel)
    {
        var services = Build();
        var taken = services.GetRequiredService<DataDirectory>().Take();
        await StoreUpgrade.ToCurrent(services.GetRequiredService<IDbContextFactory<CurationDb>>(), cancel);
        return new CommandHost(services, taken);
    }

    /// <summary>For a command that only reads, or takes the directory itself: works beside a running workbench and leaves the store's version as it is.</summary>
    public static CommandHost OpenToRead() => new(Build(), taken: null);

    private static ServiceProvider Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddRootSettings(builder.Environment.ContentRootPath);
        builder.Services.AddWorkbench(builder.Configuration);

        // Results go to stdout and progress to stderr; what is logged joins the progress.
        builder.Services.AddLogging(logging => logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        return builder.Services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (taken is not null) await services.GetRequiredService<WriteHeads>().Run(now: true);
        await services.DisposeAsync();
        taken?.Dispose();
    }
}
