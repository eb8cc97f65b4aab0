using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Curation.Web.Hosting;

/// <summary>Keeps the public report pages from being flooded: what one sender sends is counted over ten minutes, what they read over one.</summary>
public sealed class ReportLimit : IRateLimiterPolicy<string>
{
    /// <summary>Name of the policy.</summary>
    public const string Name = "reports";

    /// <summary>Most bytes of a request.</summary>
    public const int MostBytes = 64 << 10;

    private const int Network = 8;
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
        var sender = Sender(httpContext.Connection.RemoteIpAddress);
        return HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter($"send {sender}", _ => new FixedWindowRateLimiterOptions { PermitLimit = Sent, Window = SentIn, QueueLimit = 0 })
            : RateLimitPartition.GetFixedWindowLimiter($"read {sender}", _ => new FixedWindowRateLimiterOptions { PermitLimit = Read, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }

    /// <summary>An address, or in IPv6 its network: whoever has one address there has the 2^64 of a /64 too.</summary>
    private static string Sender(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        Span<byte> network = stackalloc byte[16];
        address.TryWriteBytes(network, out _);
        network[Network..].Clear();
        return $"{new IPAddress(network)}/{8 * Network}";
    }
}
