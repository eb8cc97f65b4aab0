using Curation.Core.Numerics;

namespace Curation.Core.Blending.Sequencing;

/// <summary>
/// Improves an order by swaps, by moving short stretches (or-opt) and by turning stretches round (2-opt). What a step changes is computed from the places it touches.
/// Worse steps are taken now and then, less and less (Kirkpatrick, Gelatt, Vecchi 1983), and the best order met is what remains.
/// </summary>
internal sealed class LocalSearch
{
    private const int LongestStretch = 3;
    private const int FurthestMove = 40;
    private const double Cold = 0.004;
    private const double Trouble = Weights.Soft / 2;

    private readonly Arrangement arrangement;
    private readonly Objective objective;
    private readonly SeededRandom random;
    private readonly int[] free;
    private readonly int[] best;
    private readonly List<int> troubled = [];
    private double cost;
    private double least;
    private double heat;

    public LocalSearch(Arrangement arrangement, Objective objective, int seed)
    {
        this.arrangement = arrangement;
        this.objective = objective;
        random = new SeededRandom(seed);
        free = [.. Enumerable.Range(0, arrangement.Count).Where(place => !arrangement.Fixed(place))];
        best = [.. arrangement.At];
        cost = least = objective.Whole();
    }

    /// <summary>Cost of the best order met.</summary>
    public double Least => least;

    /// <summary>Tries so many steps from the best order met so far and leaves the best in place; <paramref name="warm"/> is how much worse a step may well be at first, in units of <see cref="Weights"/>, and 0 takes only better ones.</summary>
    public void Run(int steps, double warm)
    {
        if (free.Length < 2) return;
        cost = least;
        var cooling = Math.Pow(Cold / Math.Max(Cold, warm), 1.0 / Math.Max(1, steps * 0.85));
        heat = warm;
        for (var step = 0; step < steps; step++)
        {
            if (step % Math.Max(64, arrangement.Count) == 0) FindTroubled();
            Step();
            heat = step < steps * 0.85 ? heat * cooling : 0;
        }

        arrangement.Load(best);
    }

    private void FindTroubled()
    {
        troubled.Clear();
        foreach (var place in free)
        {
            if (objective.AtPlace(place) >= Trouble) troubled.Add(place);
        }
    }

    private void Step()
    {
        var place = troubled.Count > 0 && random.NextInt(3) == 0 ? troubled[random.NextInt(troubled.Count)] : free[random.NextInt(free.Length)];
        switch (random.NextInt(8))
        {
            case 0 or 1:
                Move(place);
                break;
            case 2:
                Turn(place);
                break;
            default:
                Swap(place, random.NextInt(4) == 0 ? place + 1 + random.NextInt(6) : free[random.NextInt(free.Length)]);
                break;
        }
    }

    private void Swap(int one, int other)
    {
        if (one > other) (one, other) = (other, one);
        if (one == other || other >= arrangement.Count || arrangement.Fixed(other)) return;
        int first = Head(one), second = Head(other), length = Length(first);
        if (length != Length(second)) return;
        if (length > 1)
        {
            SwapGroups(first, second, length);
            return;
        }

        if (first == second) return;
        var before = objective.OfPair(one, other);
        arrangement.Swap(one, other);
        if (!Keep(objective.OfPair(one, other) - before)) arrangement.Swap(one, other);
    }

    private void SwapGroups(int first, int second, int length)
    {
        if (first == second) return;
        var before = objective.Over(first, second + length - 1);
        SwapEach();
        if (!Keep(objective.Over(first, second + length - 1) - before)) SwapEach();

        void SwapEach()
        {
            for (var i = 0; i < length; i++) arrangement.Swap(first + i, second + i);
        }
    }

    /// <summary>Takes a stretch out and puts it in elsewhere, in front or behind.</summary>
    private void Move(int place)
    {
        var start = Head(place);
        var length = Length(start);
        for (var more = random.NextInt(LongestStretch); more > 0 && start + length < arrangement.Count; more--) length += Length(start + length);
        var away = 1 + random.NextInt(1 + random.NextInt(FurthestMove));
        var forward = random.NextInt(2) == 0;
        var (first, last, by) = forward ? (start, start + length - 1 + away, length) : (start - away, start + length - 1, away);
        if (first < 0 || last >= arrangement.Count || !Whole(first, last) || arrangement.Joined(first + by - 1)) return;
        var before = objective.Over(first, last);
        arrangement.Rotate(first, last, by);
        if (!Keep(objective.Over(first, last) - before)) arrangement.Rotate(first, last, last - first + 1 - by);
    }

    private void Turn(int place)
    {
        int first = place, last = place + 1 + random.NextInt(1 + random.NextInt(FurthestMove));
        if (last >= arrangement.Count || !Whole(first, last)) return;
        for (var there = first; there < last; there++)
        {
            if (arrangement.Joined(there)) return;
        }

        var before = objective.Over(first, last);
        arrangement.Reverse(first, last);
        if (!Keep(objective.Over(first, last) - before)) arrangement.Reverse(first, last);
    }

    /// <summary>Whether nothing in a range stands fixed and its ends cut no group apart.</summary>
    private bool Whole(int first, int last)
    {
        if (arrangement.Joined(first - 1) || arrangement.Joined(last)) return false;
        for (var place = first; place <= last; place++)
        {
            if (arrangement.Fixed(place)) return false;
        }

        return true;
    }

    private int Head(int place)
    {
        while (arrangement.Joined(place - 1)) place--;
        return place;
    }

    private int Length(int head)
    {
        var length = 1;
        while (arrangement.Joined(head + length - 1)) length++;
        return length;
    }

    private bool Keep(double change)
    {
        if (change > 1e-12 && (heat <= 0 || change > heat * 30 || random.NextDouble() >= Math.Exp(-change / heat))) return false;
        cost += change;
        if (cost >= least - 1e-9) return true;
        least = cost;
        arrangement.At.CopyTo(best, 0);
        return true;
    }
}
