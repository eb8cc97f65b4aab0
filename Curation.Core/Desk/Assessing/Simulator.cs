using Curation.Core.Auditing.Assessing;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Comparing;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Assessing;

/// <summary>Makes the lists of many recipients on all cores; the same lists as preview and publishing, whichever core makes which.</summary>
internal sealed class Simulator(ModelSnapshot snapshot, Composer composer)
{
    private readonly TasteFit fit = new(snapshot);

    /// <summary>The lists of these recipients, one a row, how each fits, and how relevant each of its tracks is.</summary>
    public void Make(ReadOnlySpan<Recipient> recipients, Span<TrackId[]> lists, Span<double> fits, Span<float[]> relevance)
    {
        for (var row = 0; row < recipients.Length; row++)
        {
            var list = composer.Compose(recipients[row]);
            lists[row] = TracksOf(list);
            relevance[row] = new float[lists[row].Length];
            if (recipients[row].Taste is { } taste) fits[row] = fit.Of(taste, lists[row], relevance[row]);
            else
            {
                fits[row] = double.NaN;
                Array.Fill(relevance[row], float.NaN);
            }
        }
    }

    /// <summary>The list of everybody for whom there is none of their own.</summary>
    public TrackId[] Shared() => TracksOf(composer.Compose(Recipient.Everyone));

    /// <summary>Lists one after another.</summary>
    public static ListSet Joined(IReadOnlyList<KnownListener> listeners, IReadOnlyList<TrackId[]> lists)
    {
        var starts = new int[lists.Count + 1];
        for (var row = 0; row < lists.Count; row++) starts[row + 1] = starts[row] + lists[row].Length;
        var tracks = new TrackId[starts[^1]];
        for (var row = 0; row < lists.Count; row++) lists[row].CopyTo(tracks, starts[row]);
        return new ListSet([.. listeners.Select(listener => listener.Id)], starts, tracks);
    }

    /// <summary>What belongs to lists, one after another.</summary>
    public static float[] Joined(IReadOnlyList<float[]> parts)
    {
        var joined = new float[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(joined, at);
            at += part.Length;
        }

        return joined;
    }

    private static TrackId[] TracksOf(ComposedList list)
    {
        var tracks = new TrackId[list.Slots.Length];
        for (var place = 0; place < tracks.Length; place++) tracks[place] = list.Slots[place].Track;
        return tracks;
    }
}
