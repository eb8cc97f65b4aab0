using Curation.Core.Desk.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Curation.Web.Hosting;

/// <summary>Ready means that the store answers.</summary>
internal sealed class StoreCheck(ListJobs jobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await jobs.Newest(1, cancel: cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SqliteException fault)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
