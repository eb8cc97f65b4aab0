using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Curation.Web.Hearing;

/// <summary>How much sound a person may ask for: enough to skip through forty tracks in a row and then four a second, so that no page can keep the server busy with tones.</summary>
internal static class MediaLimit
{
    public const string Policy = "media";
    public const int Burst = 40;
    private const int PerSecond = 4;

    public static void AddMediaLimit(this IServiceCollection services) => services.AddRateLimiter(limits => limits.AddPolicy(
        Policy,
        context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
            _ => new TokenBucketRateLimiterOptions { TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 })));
}
