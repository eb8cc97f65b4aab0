using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Metering;

/// <summary>What the policy in force finds in a draft as it stands, measured on the sample.</summary>
/// <param name="Findings">All findings, the worst first.</param>
/// <param name="Figures">What they were found in.</param>
/// <param name="Listeners">Listeners in the sample.</param>
/// <param name="Population">Listeners there are.</param>
/// <param name="Took">How long measuring took.</param>
public sealed record MeterState(IReadOnlyList<Finding> Findings, IReadOnlyList<Figure> Figures, int Listeners, int Population, TimeSpan Took)
{
    /// <summary>Mean fit of the lists to their listeners' tastes; null where nobody has one.</summary>
    public double? Fit => Figures.FirstOrDefault(figure => figure.Key == new MeasureKey(Measures.Fit))?.Value;
}

/// <summary>Holds a draft as it stands, saved or not, against the policy in force: the meter beside the editor. What it says is of a sample; the gate asks for an assessment of everybody.</summary>
public sealed class ReadMeter(Store store, SampleDraft sample, TimeProvider clock)
{
    /// <summary>The meter of a draft.</summary>
    /// <exception cref="RefusedException">The recipe cannot be followed.</exception>
    public async Task<MeterState> Of(PlaylistId playlist, Draft draft, CancellationToken cancel = default)
    {
        var began = clock.GetTimestamp();
        var measured = await sample.Live(playlist, draft, cancel);
        var (rules, waivers) = await store.Read(async db => ((await RuleBook.InForce(db, cancel)).Rules, await db.Waivers.AsNoTracking().Where(row => row.Playlist == playlist).ToListAsync(cancel)), cancel);
        var on = new MeasuredOn(0, measured.Origin.Revision, measured.Origin.ModelHash, measured.Listeners, measured.Population, measured.ReadAt);
        var findings = Findings.Of(rules, new PolicySubject(PlaylistKinds.Of(draft.Blend), measured.Population, on), measured.Figures, waivers, store.Now);
        return new MeterState(findings, measured.Figures, measured.Listeners, measured.Population, clock.GetElapsedTime(began));
    }
}
