using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Simulating;

/// <summary>One listener in one week. Whom chance favours depends on the seed, the week and the listener, and on nothing else.</summary>
internal sealed class ListenerWeek(LoopOptions options, int week, ListenerId listener)
{
    private readonly SeededRandom random = new(((long)options.Seed << 42) ^ ((long)week << 32) ^ (uint)listener.Value);

    /// <summary>The rows of the tracks that are played; none where there is neither a list nor a habit.</summary>
    public int[] Choose(int[] list, ListeningRow history, ITaste taste)
    {
        var shown = Summed(Wishes(list, taste));
        var habit = Summed(history.Weights);
        if (shown.Length == 0 && habit.Length == 0) return [];
        var chosen = new int[options.Choices];
        for (var i = 0; i < chosen.Length; i++)
        {
            var byHabit = random.NextDouble() < options.Habit;
            chosen[i] = habit.Length > 0 && (byHabit || shown.Length == 0) ? history.Columns[Drawn(habit)] : list[Drawn(shown)];
        }

        return chosen;
    }

    private float[] Wishes(int[] list, ITaste taste)
    {
        var wishes = new float[list.Length];
        taste.Score(list, wishes);
        for (var place = 0; place < wishes.Length; place++) wishes[place] = (float)(Math.Exp(options.Pickiness * Math.Clamp(wishes[place], -1, 2)) / Math.Log2(place + 2));
        return wishes;
    }

    /// <summary>Running sums of the weights above 0; nothing where none is.</summary>
    private static double[] Summed(ReadOnlySpan<float> weights)
    {
        var sums = new double[weights.Length];
        var sum = 0.0;
        for (var i = 0; i < sums.Length; i++) sums[i] = sum += Math.Max(0, weights[i]);
        return sum > 0 ? sums : [];
    }

    private int Drawn(double[] sums)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        var found = at >= 0 ? at + 1 : ~at;
        return Math.Min(found, sums.Length - 1);
    }
}
