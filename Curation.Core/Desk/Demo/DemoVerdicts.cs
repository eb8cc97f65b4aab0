using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;

namespace Curation.Core.Desk.Demo;

/// <summary>What the demo world's reviewer does: goes through the checklist, then decides.</summary>
public sealed class DemoVerdicts(ReadPolicies policies, TickCheck tick, DecideSubmission decide)
{
    internal async Task Approve(Actor reviewer, int submission, string reason, CancellationToken cancel)
    {
        foreach (var line in (await policies.InForce(cancel)).Rules.Checklist) await tick.Run(reviewer, submission, line, done: true, cancel);
        await decide.Run(reviewer, submission, approve: true, reason, cancel);
    }

    internal Task SendBack(Actor reviewer, int submission, string reason, CancellationToken cancel) => decide.Run(reviewer, submission, approve: false, reason, cancel);
}
