using Curation.Core.Desk.Imports;
using Curation.Core.Desk.People;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Web.Account;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Curation.Web.Hosting;

/// <summary>The default action: serves the workbench until it is asked to stop.</summary>
internal static class Serving
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static async Task<int> Run(string[] args, CancellationToken cancel)
    {
        var app = Build(args);
        await using (app)
        {
            FreePort.Check(app.Configuration["urls"] is { Length: > 0 } urls ? urls : DefaultAddress);
            using var taken = app.Services.GetRequiredService<DataDirectory>().Take();
            await StoreUpgrade.ToCurrent(app.Services.GetRequiredService<IDbContextFactory<CurationDb>>(), cancel);
            await app.Services.GetRequiredService<SweepUploads>().Run(cancel);
            await DemoStart.MakeIfEmpty(app.Configuration, app.Environment, cancel);
            await app.Services.GetRequiredService<NoteApiKeys>().Run(app.Services.GetRequiredService<IOptions<List<ApiKey>>>().Value.Select(key => key.Words), cancel);
            await app.Services.GetRequiredService<FirstRun>().Announce(cancel);
            await Listen(app, cancel);
            return 0;
        }
    }

    /// <summary>An address that somebody took meanwhile, or that stands in other settings, is told as plainly.</summary>
    private static async Task Listen(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.RunAsync(cancel);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new RefusedException($"{error.Message} {FreePort.Way}", error);
        }
    }

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot });
        builder.Configuration.AddRootSettings(builder.Environment.ContentRootPath);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 500;
        });
        builder.Services.AddWorkbench(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddSignIn(builder.Configuration);
        builder.Services.AddApi(builder.Configuration);
        var app = builder.Build();
        app.UseWorkbench();
        return app;
    }

    // A published program that is started from another folder finds its css and js beside itself.
    private static string? ContentRoot => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
