using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A factorisation that knows tracks beyond those it was trained on: their vectors are inferred from artist, genres, tags and sound.</summary>
public sealed class ColdStart : IRecommender
{
    private readonly Factorisation model;
    private readonly TrackTraits traits;
    private readonly DenseMatrix meanings;
    private readonly bool[] inferred;

    internal ColdStart(Factorisation model, TrackTraits traits, DenseMatrix meanings, bool[] inferred)
    {
        this.model = model;
        this.traits = traits;
        this.meanings = meanings;
        this.inferred = inferred;
    }

    /// <inheritdoc/>
    public string Name => "cold-start";

    /// <summary>The tracks of the factorisation and those whose traits tell something.</summary>
    public TrackIndex Tracks => model.Tracks;

    /// <summary>The factorisation over all of <see cref="Tracks"/>: trained vectors where there are any, inferred ones elsewhere.</summary>
    public Factorisation Extended => model;

    /// <summary>Whether the vector of a row comes from its traits and not from plays.</summary>
    public bool IsInferred(int row) => inferred[row];

    /// <inheritdoc/>
    public ITaste Taste(IReadOnlyList<Evidence> history) => model.Taste(history);

    /// <summary>For an inferred row: what each of its traits adds to the score that this model's taste gives it, the largest first. They add up to the score. Nothing for other rows.</summary>
    public IReadOnlyList<(Trait Trait, float Part)> ByTrait(ITaste taste, int row)
    {
        if (!inferred[row] || taste is not FactorisationTaste folded || folded.Model != model) return [];
        var known = traits.Tracks.RowOf(Tracks[row]);
        if (known < 0) return [];
        var columns = traits.Rows.ColumnsOf(known);
        var values = traits.Rows.ValuesOf(known);
        var parts = new List<(Trait Trait, float Part)>();
        for (var i = 0; i < columns.Length; i++) parts.Add((traits.All[columns[i]], values[i] * Kernels.Dot(folded.Vector, meanings.PaddedRow(columns[i]))));
        return [.. parts.OrderByDescending(part => part.Part)];
    }
}
