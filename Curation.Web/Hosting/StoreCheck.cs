using Curation.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Curation.Web.Hosting;

/// <summary>Ready means that the store answers.</summary>
internal sealed class StoreCheck(IDbContextFactory<CurationDb> factory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await db.Jobs.OrderByDescending(job => job.Id).Select(job => job.Id).FirstOrDefaultAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SqliteException fault)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", fault);
        }
    }
}
