using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>Everything that composing one list scribbles on; kept for the next list.</summary>
internal sealed class Workspace
{
    private readonly bool[] gone;
    private readonly int[] lastSeen;

    public Workspace(CandidateTable table, Blend blend, ExposureQuota? quota)
    {
        gone = new bool[table.Count];
        lastSeen = new int[table.ArtistCount];
        Ranking = new Ranking(table, blend);
        Quota = quota;
        Arranger = new Arranger(table, blend, Ranking, quota);
    }

    public Ranking Ranking { get; }

    public Arranger Arranger { get; }

    /// <summary>Keeps places for groups; null where the recipe keeps none.</summary>
    public ExposureQuota? Quota { get; }

    /// <summary>Indices that this recipient does not get.</summary>
    public ReadOnlySpan<bool> Gone => gone;

    /// <summary>Number of indices that this recipient may get.</summary>
    public int Available { get; private set; }

    /// <summary>The last position of each artist, cleared.</summary>
    public Span<int> LastSeen
    {
        get
        {
            Array.Clear(lastSeen);
            return lastSeen;
        }
    }

    /// <summary>Takes out what the recipient refuses, excludes or may not hear, and played tracks from the discoveries. Returns the pool tracks that went.</summary>
    public IReadOnlyList<LeftOut> Exclude(Recipient recipient, CandidateTable table)
    {
        Array.Clear(gone);
        Available = table.Count;
        foreach (var track in recipient.Played.Span)
        {
            if (table.IndexOf(track) is >= 0 and var index && !table.InPool[index]) Remove(index);
        }

        List<LeftOut>? leftOut = null;
        foreach (var track in recipient.Refused.Span)
        {
            if (table.IndexOf(track) is not (>= 0 and var index) || !Remove(index) || !table.InPool[index]) continue;
            (leftOut ??= []).Add(new LeftOut(track, Exclusion.RefusedByListener, PinOf(table, index)));
        }

        foreach (var index in table.NotIn(recipient.Territory))
        {
            if (Remove(index) && table.InPool[index]) (leftOut ??= []).Add(new LeftOut(table.Tracks[index], Exclusion.NotInTerritory, PinOf(table, index)));
        }

        foreach (var index in recipient.ExcludesExplicit ? table.Explicit : [])
        {
            if (Remove(index) && table.InPool[index]) (leftOut ??= []).Add(new LeftOut(table.Tracks[index], Exclusion.ExplicitForListener, PinOf(table, index)));
        }

        leftOut?.Sort((one, other) => table.Place[table.IndexOf(one.Track)].CompareTo(table.Place[table.IndexOf(other.Track)]));
        return leftOut ?? (IReadOnlyList<LeftOut>)[];
    }

    private static int? PinOf(CandidateTable table, int index) => table.Pin[index] > 0 ? table.Pin[index] : null;

    private bool Remove(int index)
    {
        if (gone[index]) return false;
        gone[index] = true;
        Available--;
        return true;
    }
}
