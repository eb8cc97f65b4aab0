namespace Curation.Core.Blending.Sequencing;

/// <summary>
/// Builds a first order from the front. It looks ahead in two ways: a target is met by rank, so that the energies left always suit the places left,
/// and a key that needs most of the places left (an artist with many tracks) presses the harder the fewer places there are.
/// </summary>
internal sealed class GreedyOrder
{
    private const int MostTried = 192;

    private readonly Arrangement arrangement;
    private readonly Objective objective;
    private readonly Frame frame;
    private readonly double[] wish;
    private readonly double[] energy;
    private readonly int[][] left;
    private readonly List<int> heads;

    public GreedyOrder(SequencePlan plan, Arrangement arrangement, Objective objective)
    {
        this.arrangement = arrangement;
        this.objective = objective;
        frame = arrangement.Frame;
        arrangement.Clear();
        energy = plan.Tracks.Select(track => track.Facts.Features.Energy ?? double.NaN).ToArray();
        wish = Wishes();
        left = [.. objective.Separations.Select(term => Array.ConvertAll(term.Members, members => members.Count(track => arrangement.Of[track] < 0)))];
        heads = [.. Enumerable.Range(0, frame.Count).Where(track => frame.PlaceOf[track] < 0 && !frame.Behind[track])];
        if (objective.Places.Target.Length > 0) heads.Sort((one, other) => Rank(one).CompareTo(Rank(other)) is not 0 and var by ? by : one.CompareTo(other));
    }

    /// <summary>Fills every place. A group for which no gap is long enough any more is split.</summary>
    public void Fill()
    {
        PlaceGroups();
        for (var place = 0; place < arrangement.Count; place++)
        {
            if (arrangement.At[place] < 0) Put(Best(place), place);
        }
    }

    private double Rank(int track) => double.IsNaN(energy[track]) ? 0.5 : energy[track];

    /// <summary>The energy that each free place gets when free energies are dealt out by rank: the best there is for the target as a whole.</summary>
    private double[] Wishes()
    {
        var target = objective.Places.Target;
        if (target.Length == 0) return [];
        var places = Enumerable.Range(0, frame.Count).Where(place => frame.TrackAt[place] < 0).OrderBy(place => target[place]).ThenBy(place => place).ToArray();
        var energies = Enumerable.Range(0, frame.Count).Where(track => frame.PlaceOf[track] < 0).Select(Rank).Order().ToArray();
        var wishes = (double[])target.Clone();
        for (var i = 0; i < places.Length; i++) wishes[places[i]] = energies[i];
        return wishes;
    }

    private void PlaceGroups()
    {
        foreach (var head in heads.Where(head => frame.Glued[head]).OrderByDescending(frame.GroupFrom).ThenBy(head => head).ToList())
        {
            var length = frame.GroupFrom(head);
            int best = -1;
            var least = double.MaxValue;
            for (var start = 0; start + length <= arrangement.Count; start++)
            {
                if (!Free(start, length)) continue;
                var cost = wish.Length == 0 ? Math.Abs(start - head) : Enumerable.Range(0, length).Sum(i => Math.Abs(Rank(head + i) - wish[start + i]));
                if (cost < least) (best, least) = (start, cost);
            }

            heads.Remove(head);
            for (var i = 0; i < length; i++)
            {
                if (best < 0) Loosen(head + i);
                else Put(head + i, best + i);
            }
        }
    }

    private bool Free(int start, int length) => !arrangement.At.AsSpan(start, length).ContainsAnyExcept(-1);

    private void Loosen(int track)
    {
        frame.Glued[track] = frame.Behind[track] = false;
        heads.Add(track);
    }

    private void Put(int track, int place)
    {
        arrangement.Put(track, place);
        heads.Remove(track);
        for (var i = 0; i < left.Length; i++)
        {
            foreach (var key in objective.Separations[i].KeysOf[track]) left[i][key]--;
        }
    }

    private int Best(int place)
    {
        var (from, to) = Tried(place);
        var (best, least) = (-1, double.MaxValue);
        for (var i = from; i < to; i++) Try(heads[i]);
        if (to - from < heads.Count)
        {
            foreach (var pressing in Pressing()) Try(pressing);
        }

        return best;

        void Try(int track)
        {
            arrangement.Put(track, place);
            var cost = objective.AtPlace(place) - Pressure(track, place);
            if (wish.Length > 0) cost += Weights.Curve * (Math.Abs(Rank(track) - wish[place]) - Math.Abs(Rank(track) - objective.Places.Target[place]));
            arrangement.Take(place);
            if (cost < least || (cost == least && track < best)) (best, least) = (track, cost);
        }
    }

    /// <summary>Of many tracks only those near the wished energy are tried, or the first in the present order.</summary>
    private (int From, int To) Tried(int place)
    {
        if (heads.Count <= MostTried) return (0, heads.Count);
        var middle = 0;
        if (wish.Length > 0)
        {
            int high = heads.Count;
            while (middle < high)
            {
                var half = (middle + high) / 2;
                if (Rank(heads[half]) < wish[place]) middle = half + 1;
                else high = half;
            }
        }

        var from = Math.Clamp(middle - (MostTried / 2), 0, heads.Count - MostTried);
        return (from, from + MostTried);
    }

    /// <summary>A track of the key that presses most, for each rule.</summary>
    private IEnumerable<int> Pressing()
    {
        for (var i = 0; i < left.Length; i++)
        {
            var most = left[i].AsSpan().IndexOfMax();
            if (most < 0) continue;
            foreach (var track in objective.Separations[i].Members[most])
            {
                if (arrangement.Of[track] >= 0 || frame.Behind[track]) continue;
                yield return track;
                break;
            }
        }
    }

    /// <summary>How much of the places left the keys of a track still need, steeply rising towards all of them.</summary>
    private double Pressure(int track, int place)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var term = objective.Separations[i];
            foreach (var key in term.KeysOf[track])
            {
                if (left[i][key] < 2) continue;
                var need = (((left[i][key] - 1) * term.Distance) + 1) / (double)(arrangement.Count - place);
                sum += need >= 0.9 ? Weights.Soft * 40 * need : 0.5 * need * need;
            }
        }

        return sum;
    }
}

file static class Spans
{
    public static int IndexOfMax(this Span<int> values)
    {
        var best = -1;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > 0 && (best < 0 || values[i] > values[best])) best = i;
        }

        return best;
    }
}
