using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Desk.Assessing;

/// <summary>Measures simulated lists.</summary>
public sealed class MeasureSimulation
{
    /// <summary>The figures.</summary>
    internal Task<ImmutableArray<Figure>> Of(Simulation simulation, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var known = Array.FindAll(simulation.Fits, fit => !double.IsNaN(fit));
        return Task.FromResult<ImmutableArray<Figure>>([new Figure(new MeasureKey(Measures.Fit), known.Length == 0 ? null : known.Average(), null, null, known.Length, null)]);
    }
}
