using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>What a reporter learns: where their report stands, what was decided and why. It names nobody and nothing that they did not name.</summary>
/// <param name="Ground">Why they reported.</param>
/// <param name="Where">Where it is, in their words.</param>
/// <param name="At">When they did.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Decisions">What was decided so far, in order.</param>
/// <param name="MayAppeal">Whether they can ask somebody else to look again.</param>
public sealed record ReportOutcome(ReportGround Ground, string Where, DateTimeOffset At, CaseState State, IReadOnlyList<OutcomeLine> Decisions, bool MayAppeal);

/// <summary>A decision as both sides read it.</summary>
public sealed record OutcomeLine(ContentMeasure Measure, string Reason, DateTimeOffset At, bool AfterAppeal);

/// <summary>Reads the outcome of a report by its reference.</summary>
public sealed class ReadReport(Store store)
{
    /// <summary>The outcome, or null where there is no such reference.</summary>
    public Task<ReportOutcome?> Run(string reference, CancellationToken cancel = default) => store.Read(async db =>
    {
        var asked = reference.Trim().ToUpperInvariant();
        if (await db.OutsideReports.SingleOrDefaultAsync(row => row.Reference == asked, cancel) is not { } report) return null;
        var row = await db.ContentCases.SingleAsync(found => found.Id == report.Case, cancel);
        var decisions = await db.ContentDecisions.Where(made => made.Case == row.Id).OrderBy(made => made.Id).Select(made => new OutcomeLine(made.Measure, made.Reason, made.At, made.Appeal != null)).ToListAsync(cancel);
        var appealed = await db.ContentAppeals.AnyAsync(made => made.Case == row.Id && made.Side == AppealSide.Reporter, cancel);
        return new ReportOutcome(report.Ground, report.Where, report.At, row.State, decisions, row.State == CaseState.Decided && !appealed);
    }, cancel);
}
