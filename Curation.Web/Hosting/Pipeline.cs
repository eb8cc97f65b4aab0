using Curation.Web.Account;
using Curation.Web.Admin.Imports;
using Curation.Web.Admin.Log;
using Curation.Web.Admin.Research;
using Curation.Web.Api;
using Curation.Web.Assessments;
using Curation.Web.Editions;
using Curation.Web.Playlists.Exchange;
using Curation.Web.Hearing;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Curation.Web.Hosting;

/// <summary>The way of a request through the program.</summary>
internal static class Pipeline
{
    public static void UseWorkbench(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseWhen(context => Challenge.IsForPeople(context.Request), people => people.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseOwnOriginOnly();
        app.UseWebSockets();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapAccount();
        var api = app.MapApi();
        api.MapPlaylists();
        api.MapPlays();
        api.MapAssessments();
        api.MapReports();
        api.MapListeners();
        api.MapCards();
        app.MapExports();
        app.MapAssessmentExports();
        app.MapDraftExports();
        app.MapImports();
        app.MapBundles();
        app.MapLogExports();
        app.MapMedia();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }
}
