using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Curation.Web.Hosting;

/// <summary>Keeps the public report pages from being flooded: what one address sends is counted over ten minutes, what it reads over one.</summary>
public sealed class ReportLimit : IRateLimiterPolicy<string>
{
    /// <summary>Name of the policy.</summary>
    public const string Name = "reports";

    /// <summary>Most bytes of a request.</summary>
    public const int MostBytes = 64 << 10;

    private const int Sent = 10;
    private const int Read = 60;
    private static readonly TimeSpan SentIn = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => async (rejected, cancel) =>
    {
        var response = rejected.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = ((int)SentIn.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync("There were too many reports from this address lately, so nothing was sent. Go back, keep what you wrote, and send it in ten minutes.", cancel);
    };

    /// <inheritdoc/>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var address = httpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        return HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter($"send {address}", _ => new FixedWindowRateLimiterOptions { PermitLimit = Sent, Window = SentIn, QueueLimit = 0 })
            : RateLimitPartition.GetFixedWindowLimiter($"read {address}", _ => new FixedWindowRateLimiterOptions { PermitLimit = Read, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }
}
