using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;

namespace Curation.Web.Commands;

/// <summary>The verbs that the command line imports with.</summary>
internal sealed class ImportDesk(IServiceProvider services, IAsyncDisposable host) : IAsyncDisposable
{
    public PreviewImport Preview => services.GetRequiredService<PreviewImport>();

    public QueueImport Queue => services.GetRequiredService<QueueImport>();

    public JobRunner Runner => services.GetRequiredService<JobRunner>();

    public ListJobs Jobs => services.GetRequiredService<ListJobs>();

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
