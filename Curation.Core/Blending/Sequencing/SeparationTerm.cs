namespace Curation.Core.Blending.Sequencing;

/// <summary>Tracks that share a key (artist, release, genre) stand at least a distance apart.</summary>
internal sealed class SeparationTerm : Term
{
    private readonly int[][] keysOf;
    private readonly int[][] members;
    private readonly double[] penalty;
    private readonly int distance;

    public SeparationTerm(Arrangement arrangement, int[][] keysOf, int distance, bool hard)
        : base(arrangement)
    {
        this.keysOf = keysOf;
        this.distance = distance;
        members = MembersOf(keysOf);
        penalty = new double[distance];
        for (var apart = 1; apart < distance; apart++) penalty[apart] = Weights.Of(hard, (distance - apart) / (double)distance);
    }

    /// <inheritdoc/>
    /// <remarks>A pair that is swapped keeps its distance, so nothing is ever counted in different ways.</remarks>
    public override int Reach => 0;

    /// <summary>Tracks of each key.</summary>
    public int[][] Members => members;

    /// <summary>Least distance.</summary>
    public int Distance => distance;

    /// <summary>Keys of each track.</summary>
    public int[][] KeysOf => keysOf;

    public override double AtPlace(int place) => At[place] < 0 ? 0 : Near(place, place - distance + 1, place, place, place + distance - 1);

    public override double Over(int first, int last)
    {
        double sum = 0;
        for (var place = first; place <= last; place++)
        {
            if (At[place] >= 0) sum += Near(place, place - distance + 1, place, last, place + distance - 1);
        }

        return sum;
    }

    private static int[][] MembersOf(int[][] keysOf)
    {
        var lists = new List<int>[keysOf.Length == 0 ? 0 : keysOf.Max(keys => keys.Length == 0 ? 0 : keys.Max() + 1)];
        for (var track = 0; track < keysOf.Length; track++)
        {
            foreach (var key in keysOf[track]) (lists[key] ??= []).Add(track);
        }

        return Array.ConvertAll(lists, list => list?.ToArray() ?? []);
    }

    /// <summary>Pairs of the track at a place with tracks from <paramref name="from"/> to before <paramref name="before"/>, and from behind <paramref name="behind"/> to <paramref name="to"/>.</summary>
    private double Near(int place, int from, int before, int behind, int to)
    {
        double sum = 0;
        foreach (var key in keysOf[At[place]])
        {
            var others = members[key];
            if (others.Length < 2) continue;
            if (others.Length <= 2 * distance)
            {
                foreach (var other in others)
                {
                    var there = Of[other];
                    if ((there >= from && there < before) || (there > behind && there <= to)) sum += penalty[Math.Abs(there - place)];
                }

                continue;
            }

            for (var there = Math.Max(0, from); there < before; there++) sum += Has(At[there], key) ? penalty[place - there] : 0;
            for (var there = behind + 1; there <= Math.Min(Count - 1, to); there++) sum += Has(At[there], key) ? penalty[there - place] : 0;
        }

        return sum;
    }

    private bool Has(int track, int key)
    {
        if (track < 0) return false;
        foreach (var mine in keysOf[track])
        {
            if (mine == key) return true;
        }

        return false;
    }
}
