using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;

namespace Curation.Core.Desk.Imports;

/// <summary>Puts an import in the queue of long work.</summary>
public sealed class QueueImport(QueueJob queue)
{
    /// <summary>Queues it and returns the job's id; the same file is not queued twice at a time.</summary>
    public Task<int> Run(Actor actor, ImportArguments arguments, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return queue.Run(actor, [Roles.Admin], ImportWork.JobKind, $"Import {arguments.Name}", arguments, "import:" + arguments.Path, cancel);
    }
}
