using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>What an order costs in all: hard rules first, then soft rules, target and transitions, see <see cref="Weights"/>. Lower is better.</summary>
internal sealed class Objective
{
    private readonly Arrangement arrangement;
    private readonly Term[] terms;

    public Objective(SequencePlan plan, Arrangement arrangement)
    {
        this.arrangement = arrangement;
        var flow = plan.Flow;
        Places = new PlaceTerm(arrangement, plan);
        Separations = [.. new[]
        {
            Separating(flow.Artist, plan.Tracks.Select(track => track.Facts.Artists.Select(artist => artist.Value).Distinct())),
            Separating(flow.Album, plan.Tracks.Select(track => track.Facts.Release is { } release ? new[] { release.Value } : [])),
            Separating(flow.Genre, plan.Tracks.Select(track => track.Facts.Genres.Take(1).Select(genre => genre.Value))),
        }.OfType<SeparationTerm>()];
        var others = new Term?[]
        {
            new TransitionTerm(arrangement, plan),
            flow.Gender is { } balance ? new GenderTerm(arrangement, plan, balance) : null,
            flow.KeyRun is { } run ? new KeyRunTerm(arrangement, plan, run) : null,
        };
        terms = [Places, .. Separations, .. others.OfType<Term>()];
    }

    /// <summary>The part that depends on places alone.</summary>
    public PlaceTerm Places { get; }

    /// <summary>The parts that keep tracks apart.</summary>
    public IReadOnlyList<SeparationTerm> Separations { get; }

    /// <summary>The cost of everything.</summary>
    public double Whole() => Over(0, arrangement.Count - 1);

    /// <summary>The cost of what a track takes part in where it stands.</summary>
    public double AtPlace(int place)
    {
        double sum = 0;
        foreach (var term in terms) sum += term.AtPlace(place);
        return sum;
    }

    /// <summary>The cost of what a range of places takes part in.</summary>
    public double Over(int first, int last)
    {
        double sum = 0;
        foreach (var term in terms) sum += term.Over(first, last);
        return sum;
    }

    /// <summary>A cost that changes by as much as the whole does when the tracks at two places are swapped.</summary>
    public double OfPair(int one, int other)
    {
        double sum = 0;
        foreach (var term in terms)
            sum += other - one < term.Reach ? term.Over(one, other) : term.AtPlace(one) + term.AtPlace(other);
        return sum;
    }

    private SeparationTerm? Separating(Separation? rule, IEnumerable<IEnumerable<int>> keys)
    {
        if (rule is null) return null;
        var numbers = new Dictionary<int, int>();
        var keysOf = keys.Select(mine => mine.Select(Number).ToArray()).ToArray();
        return new SeparationTerm(arrangement, keysOf, rule.Distance, rule.Hard);

        int Number(int key)
        {
            if (!numbers.TryGetValue(key, out var number)) numbers.Add(key, number = numbers.Count);
            return number;
        }
    }
}
