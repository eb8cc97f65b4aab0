using System.Collections.Immutable;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Curation.Tests.Fixtures;

/// <summary>Stores assessments with figures that a test chooses, for the rules in force and the model in use, and goes through a reviewer's work on them.</summary>
internal static class Measured
{
    /// <summary>Figures in which the starting policy finds nothing.</summary>
    public static ImmutableArray<Figure> Calm { get; } =
    [
        Of("explicit-reach", 0),
        Of("amplification/gender/female/catalogue", 0.1),
        Of("amplification/gender/male/catalogue", -0.1),
        Of("ndkl/gender//catalogue", 0.05),
        Of("gini/artists", 0.6),
        Of("fit-gap/listener taste", 0.04),
        Of("calibration", 0.4),
    ];

    public static Figure Of(string key, double? value, double? low = null, double? high = null, int count = 100) => new(MeasureKey.Parse(key), value, low, high, count, null);

    /// <summary>The calm figures with some of them replaced.</summary>
    public static ImmutableArray<Figure> But(params Figure[] others) => [.. Calm.Where(figure => others.All(other => other.Key != figure.Key)), .. others];

    /// <summary>Stores an assessment of what was submitted; by default of all listeners.</summary>
    public static async Task<int> Measure(this IServiceProvider services, int submission, ImmutableArray<Figure>? figures = null, int listeners = 30, int population = 30)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CurationDb>>().CreateDbContextAsync();
        var revision = await db.Submissions.Where(row => row.Id == submission).Join(db.Revisions, row => row.Revision, row => row.Id, (_, row) => row).SingleAsync();
        var model = await db.Models.Where(row => row.Active).Select(row => row.Hash).SingleOrDefaultAsync() ?? "";
        var origin = new ListOrigin(revision.Id, revision.Hash, await RuleBook.Number(db, CancellationToken.None), model);
        var assessment = new Assessment(revision.Playlist, origin, listeners, population, figures ?? Calm, PersonId.Console, services.GetRequiredService<TimeProvider>().GetUtcNow());
        db.Assessments.Add(assessment);
        await db.SaveChangesAsync();
        return assessment.Id;
    }

    /// <summary>Ticks every line of the checklist in force.</summary>
    public static async Task Tick(this IServiceProvider services, Actor reviewer, int submission)
    {
        foreach (var line in (await services.GetRequiredService<ReadPolicies>().InForce()).Rules.Checklist)
            await services.GetRequiredService<TickCheck>().Run(reviewer, submission, line, done: true);
    }

    /// <summary>Measures, ticks and approves.</summary>
    public static async Task<Decided> Approve(this IServiceProvider services, Actor reviewer, int submission, string reason = "fits the need")
    {
        await services.Measure(submission);
        await services.Tick(reviewer, submission);
        return await services.GetRequiredService<DecideSubmission>().Run(reviewer, submission, approve: true, reason);
    }
}
