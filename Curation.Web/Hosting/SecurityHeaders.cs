using Curation.Core.Desk.Hearing;

namespace Curation.Web.Hosting;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    private const string Common =
        "default-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; " +
        "img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; media-src 'self'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = string.Concat(app.Services.GetRequiredService<HearingOptions>().PreviewHosts.Select(host => $" https://{host}").Prepend(Common));
        app.Use((context, next) => Add(context.Response.Headers, policy, next, context));
    }

    private static Task Add(IHeaderDictionary headers, string policy, RequestDelegate next, HttpContext context)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }
}
