namespace Curation.Core.Blending.Sequencing;

/// <summary>How many tracks of one kind a list holds when every window of positions may hold only so many, with those that stand fixed taken into account.</summary>
internal sealed class Room(Frame frame)
{
    /// <summary>The most tracks of the kind that fit, fixed ones included; -1 where the fixed ones alone are too many in some window.</summary>
    /// <remarks>Taking every free place from the front that keeps the windows is best: it leaves the most room behind.</remarks>
    public int For(Func<int, bool> ofKind, int window, int most)
    {
        var taken = new bool[frame.Count];
        for (var place = 0; place < taken.Length; place++) taken[place] = frame.TrackAt[place] is >= 0 and var track && ofKind(track);
        for (var place = 0; place < taken.Length; place++)
        {
            if (taken[place] && !Holds(taken, place, window, most)) return -1;
        }

        for (var place = 0; place < taken.Length; place++)
        {
            if (frame.TrackAt[place] >= 0) continue;
            taken[place] = true;
            taken[place] = Holds(taken, place, window, most);
        }

        return taken.Count(there => there);
    }

    /// <summary>Whether every window around a place holds at most so many.</summary>
    private static bool Holds(bool[] taken, int place, int window, int most)
    {
        var (from, to) = (Math.Max(0, place - window + 1), Math.Min(taken.Length - 1, place + window - 1));
        var count = 0;
        for (var there = from; there <= to; there++)
        {
            count += taken[there] ? 1 : 0;
            if (there - from >= window) count -= taken[there - window] ? 1 : 0;
            if (count > most) return false;
        }

        return true;
    }
}
