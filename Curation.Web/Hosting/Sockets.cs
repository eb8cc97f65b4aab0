using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Curation.Web.Hosting;

/// <summary>Keeps the hub for our own pages: no foreign origin, web sockets only, eight of them for a person.</summary>
internal static class Sockets
{
    private const int PerPerson = 8;
    private const string Hub = "/_blazor";

    public static void AddSockets(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(ReportLimit.Name, new ReportLimit());
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsSocket(context)
            ? RateLimitPartition.GetConcurrencyLimiter(
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
                _ => new ConcurrencyLimiterOptions { PermitLimit = PerPerson, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));
    });

    public static void UseOwnOriginOnly(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase)) return next(context);
        if (!IsOwn(context.Request)) return Refuse(context, StatusCodes.Status403Forbidden);

        // Long polling and server-sent events would slip past the limit on open sockets.
        var opens = HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Equals(Hub, StringComparison.OrdinalIgnoreCase);
        return opens && !IsSocket(context) ? Refuse(context, StatusCodes.Status400BadRequest) : next(context);
    });

    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSocket(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase) &&
        (context.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase) || HttpMethods.IsConnect(context.Request.Method));

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
