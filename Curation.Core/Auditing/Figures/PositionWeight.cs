namespace Curation.Core.Auditing.Figures;

/// <summary>How much a place on a list weighs when exposure is measured. The first place is place 0.</summary>
public sealed class PositionWeight
{
    /// <summary>Chance that a listener goes on from one place to the next, in the geometric and the attention weight.</summary>
    public const double Patience = 0.85;

    private readonly Func<int, double> of;

    private PositionWeight(string name, Func<int, double> of) => (Name, this.of) = (name, of);

    /// <summary>1 / log2(rank + 1), as the discount of NDCG (Järvelin and Kekäläinen 2002). The default.</summary>
    public static PositionWeight Log { get; } = new("log", place => 1 / Math.Log2(place + 2));

    /// <summary>0.85^(rank - 1), as rank-biased precision (Moffat and Zobel 2008).</summary>
    public static PositionWeight Geometric { get; } = new("geometric", place => Math.Pow(Patience, place));

    /// <summary>0.15^(rank - 1) · 0.85: almost all attention goes to the first places (Sapiezynski et al. 2019).</summary>
    public static PositionWeight Attention { get; } = new("attention", place => Math.Pow(1 - Patience, place) * Patience);

    /// <summary>All weights.</summary>
    public static IReadOnlyList<PositionWeight> All { get; } = [Log, Geometric, Attention];

    /// <summary>The name, for instance "log".</summary>
    public string Name { get; }

    /// <summary>The weight of a place; the first is 0.</summary>
    public double At(int place) => of(place);

    /// <summary>The weights of the first <paramref name="count"/> places.</summary>
    public double[] First(int count) => [.. Enumerable.Range(0, count).Select(of)];

    /// <summary>The name of a measure under this weight: the measure's own under the default, else with the weight's after an @, for instance "exposure@geometric".</summary>
    public string Of(string measure) => this == Log ? measure : $"{measure}@{Name}";

    /// <summary>The weight of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static PositionWeight Named(string name) =>
        All.FirstOrDefault(weight => weight.Name == name) ?? throw new ArgumentException($"There is no position weight \"{name}\"; there are {string.Join(", ", All.Select(weight => weight.Name))}.", nameof(name));
}
