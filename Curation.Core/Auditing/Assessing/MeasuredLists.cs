using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What is to be measured: the lists of a population with what they came from.</summary>
public sealed record MeasuredLists
{
    /// <summary>One list a listener.</summary>
    public required ListSet Lists { get; init; }

    /// <summary>The listeners, in the order of the lists.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The list that listeners without a taste get; empty where there is none.</summary>
    public IReadOnlyList<TrackId> Shared { get; init; } = [];

    /// <summary>The draft's pool; empty where there is none, as for a programme. Candidates are then the catalogue.</summary>
    public IReadOnlyList<TrackId> Pool { get; init; } = [];

    /// <summary>The lists of the edition that is live; null where there is none.</summary>
    public ListSet? Live { get; init; }

    /// <summary>Whether the recipe allows no explicit tracks at all.</summary>
    public bool RecipeExcludesExplicit { get; init; }

    /// <summary>How well each list fits its listener, not a number where that is not known; null where nobody says.</summary>
    public double[]? Fit { get; init; }

    /// <summary>How relevant each place's track is to the list's listener, 0 to 1, in the order of <see cref="ListSet.Tracks"/>, not a number where that is not known; null where nobody says.</summary>
    public float[]? Relevance { get; init; }

    /// <summary>This, once it is known to be in step.</summary>
    /// <exception cref="ArgumentException">Lists, listeners, fits or relevances are not equally many.</exception>
    internal MeasuredLists Checked()
    {
        if (Audience.Count != Lists.Count) throw new ArgumentException($"There are {Lists.Count} lists and {Audience.Count} listeners.");
        if (Fit is not null && Fit.Length != Lists.Count) throw new ArgumentException($"There are {Lists.Count} lists and {Fit.Length} fits.");
        if (Relevance is not null && Relevance.Length != Lists.Tracks.Length) throw new ArgumentException($"There are {Lists.Tracks.Length} places and {Relevance.Length} relevances.");
        return this;
    }
}
