using Curation.Core.Blending.Sequencing;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>Puts one listener's list in the order that the draft asks for, within the freedom that is left: pins and discoveries keep their positions, and the separation of the recipe comes first.</summary>
internal sealed class ListOrder
{
    private readonly SequenceTrack[] tracks;
    private readonly Flow flow;
    private readonly DateOnly day;

    public ListOrder(Ingredients ingredients, CandidateTable table, Flow flow)
    {
        tracks = Array.ConvertAll(table.Tracks, track => SequenceTrack.Of(ingredients.Catalogue.Find(track)!, ingredients.Catalogue, ingredients.Tier(track)));
        day = ingredients.Day;
        var apart = Math.Max(ingredients.Draft.Blend.ArtistSeparation, flow.Artist?.Distance ?? 1);
        this.flow = apart < 2 ? flow : flow with { Artist = new Separation { Distance = apart, Hard = true } };
    }

    /// <summary>Changes the order of an arranged list for the better, or leaves it.</summary>
    public void Improve(Arranger arranger)
    {
        var layout = arranger.Layout;
        if (layout.Length < 2) return;
        var list = arranger.Order[1..].ToArray();
        var plan = new SequencePlan
        {
            Tracks = Array.ConvertAll(list, index => tracks[index]),
            Flow = flow,
            Day = day,
            FixedAt = [.. Enumerable.Range(0, list.Length).Select(place => layout.PinAt(place + 1) >= 0 || layout.WantsDiscovery(place + 1) ? place : -1)],
        };
        arranger.Reorder([.. Sequencer.Quickly(plan).Select(track => list[track])]);
    }
}
