namespace Curation.Core.Blending.Sequencing;

/// <summary>Which track stands at which place, while an order is looked for. Changes are made in place and taken back the same way.</summary>
internal sealed class Arrangement
{
    /// <summary>The place of a track that stands nowhere yet: further than any rule sees.</summary>
    public const int Nowhere = -1_000_000;

    public Arrangement(Frame frame)
    {
        Frame = frame;
        At = new int[frame.Count];
        Of = new int[frame.Count];
        Clear();
    }

    public Frame Frame { get; }

    public int Count => At.Length;

    /// <summary>The track at each place, or -1.</summary>
    public int[] At { get; }

    /// <summary>The place of each track.</summary>
    public int[] Of { get; }

    public void Clear()
    {
        Array.Fill(At, -1);
        Array.Fill(Of, Nowhere);
        for (var track = 0; track < Count; track++)
        {
            if (Frame.PlaceOf[track] is >= 0 and var place) Put(track, place);
        }
    }

    public void Put(int track, int place) => (At[place], Of[track]) = (track, place);

    public void Take(int place) => (Of[At[place]], At[place]) = (Nowhere, -1);

    public void Load(ReadOnlySpan<int> order)
    {
        for (var place = 0; place < order.Length; place++) Put(order[place], place);
    }

    public void Swap(int one, int other)
    {
        var (first, second) = (At[one], At[other]);
        Put(second, one);
        Put(first, other);
    }

    public void Reverse(int first, int last)
    {
        for (; first < last; first++, last--) Swap(first, last);
    }

    /// <summary>Moves the first <paramref name="by"/> tracks of a range behind the others.</summary>
    public void Rotate(int first, int last, int by)
    {
        Reverse(first, first + by - 1);
        Reverse(first + by, last);
        Reverse(first, last);
    }

    /// <summary>Whether the tracks at a place and the next are kept together.</summary>
    public bool Joined(int place) => place >= 0 && place + 1 < Count && At[place] >= 0 && Frame.Glued[At[place]];

    public bool Fixed(int place) => Frame.TrackAt[place] >= 0;
}
