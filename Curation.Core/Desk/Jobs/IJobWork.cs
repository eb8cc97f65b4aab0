using Curation.Core.Desk.Acting;
using Curation.Core.Storage;
using Curation.Core.Storage.Jobs;

namespace Curation.Core.Desk.Jobs;

/// <summary>What does the jobs of one kind. Its steps are idempotent: a job that is started again goes on from its bookmark and does nothing twice.</summary>
public interface IJobWork
{
    /// <summary>The kind of job it does, for instance "import".</summary>
    string Kind { get; }

    /// <summary>The roles whose holders may ask for such a job, and so put their own back in the queue.</summary>
    IReadOnlyList<string> Askers => [Roles.Admin];

    /// <summary>Does the job, or goes on with it. Returns the result as JSON, or null. Throws RefusedException for failures that a person can mend.</summary>
    Task<string?> Run(JobRun run, CancellationToken cancel);

    /// <summary>Why a job that stopped can never go on, with what to do in its place; null where it can.</summary>
    Task<string?> Over(CurationDb db, string arguments, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>Removes what is of no use once a job is cancelled while it only waits; in the transaction that cancels it.</summary>
    Task Abandon(Write write, Job job) => Task.CompletedTask;
}
