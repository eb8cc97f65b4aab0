namespace Curation.Core.Blending.Sequencing;

/// <summary>What stands fixed once tracks that are kept together share the fate of a fixed one among them.</summary>
internal sealed class Frame
{
    public Frame(SequencePlan plan)
    {
        Count = plan.Tracks.Count;
        PlaceOf = Enumerable.Range(0, Count).Select(plan.FixedPlaceOf).ToArray();
        TrackAt = new int[Count];
        Array.Fill(TrackAt, -1);
        for (var track = 0; track < Count; track++)
        {
            if (PlaceOf[track] >= 0) TrackAt[PlaceOf[track]] = track;
        }

        Glued = Enumerable.Range(0, Count).Select(plan.Keeps).ToArray();
        for (var track = 0; track < Count; track++) Settle(track);
        for (var track = Count - 1; track >= 0; track--) Settle(track);
        Behind = new bool[Count];
        for (var track = 0; track + 1 < Count; track++) Behind[track + 1] = Glued[track];
    }

    public int Count { get; }

    /// <summary>The fixed place of each track, or -1.</summary>
    public int[] PlaceOf { get; }

    /// <summary>The track fixed at each place, or -1.</summary>
    public int[] TrackAt { get; }

    /// <summary>Whether a track is kept with the one numbered after it.</summary>
    public bool[] Glued { get; }

    /// <summary>Whether a track is kept with the one numbered before it.</summary>
    public bool[] Behind { get; }

    /// <summary>Length of the group that a track begins.</summary>
    public int GroupFrom(int track)
    {
        var length = 1;
        while (Glued[track + length - 1]) length++;
        return length;
    }

    private void Settle(int track)
    {
        if (!Glued[track]) return;
        var (one, other) = (PlaceOf[track], PlaceOf[track + 1]);
        if (one < 0 && other < 0) return;
        if (one >= 0 && other >= 0) Glued[track] = other == one + 1;
        else if (one >= 0) Glued[track] = Fix(track + 1, one + 1);
        else Glued[track] = Fix(track, other - 1);
    }

    private bool Fix(int track, int place)
    {
        if (place < 0 || place >= Count || TrackAt[place] >= 0) return false;
        (PlaceOf[track], TrackAt[place]) = (place, track);
        return true;
    }
}
