using Curation.Web.Account;
using Curation.Web.Admin.Imports;
using Curation.Web.Advice;
using Curation.Web.Hearing;
using Curation.Web.Reviews;
using Curation.Web.Impact;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using MudBlazor.Services;

namespace Curation.Web.Hosting;

/// <summary>What pages need.</summary>
internal static class Pages
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 100;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.VisibleStateDuration = 5_000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 120;
            mud.SnackbarConfiguration.HideTransitionDuration = 120;
            mud.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddScoped<Toasts>();
        services.AddScoped<Player>();
        services.AddSingleton<ImportVerbs>();
        services.AddSingleton<ReviewVerbs>();
        services.AddSingleton<ReviewReading>();
        services.AddSingleton<ImpactVerbs>();
        services.AddSingleton<AdviceVerbs>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionCheck>();
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: ["ready"]);
        services.AddHostedService<ModelWarmUp>();
        services.AddHostedService<JobWorker>();
        services.AddHostedService<HeadWatch>();
        services.AddHostedService<MediaScan>();
        services.AddHostedService<NightlyTraining>();
        services.AddSockets();
        services.AddRooms();
        services.AddMediaLimit();
    }
}
