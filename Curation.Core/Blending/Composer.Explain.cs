using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Blending;

public sealed partial class Composer
{
    /// <summary>Takes the scores of a list apart, with at most <paramref name="most"/> tracks of the history named for each slot.</summary>
    public IReadOnlyList<ExplainedSlot> Explain(ComposedList list, Recipient recipient, int most = 4)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(recipient);
        var workspace = Rent();
        var scale = recipient.Taste is { } taste ? workspace.Ranking.ScaleFor(taste) : default;
        var last = workspace.LastSeen;
        var explained = new List<ExplainedSlot>(list.Slots.Length);
        for (var i = 0; i < list.Slots.Length; i++)
        {
            var slot = list.Slots[i];
            var index = table.IndexOf(slot.Track);
            var nearest = NearestBefore(index, i + 1, last);
            explained.Add(new ExplainedSlot(slot, ReasonsFor(index, slot.Score, recipient.Taste, scale, workspace.Ranking, most), nearest < blend.ArtistSeparation ? nearest : null));
        }

        workspaces.Add(workspace);
        return explained;
    }

    private int NearestBefore(int index, int position, Span<int> last)
    {
        var nearest = int.MaxValue;
        foreach (var artist in table.Artists[index])
        {
            if (last[artist] > 0) nearest = Math.Min(nearest, position - last[artist]);
            last[artist] = position;
        }

        return nearest;
    }

    private List<Reason> ReasonsFor(int index, double score, ITaste? taste, PersonalScale scale, Ranking ranking, int most)
    {
        var reasons = new List<Reason>();
        var editorial = ranking.EditorialPart(index, taste is not null);
        if (table.InPool[index]) reasons.Add(new Reason(ReasonKind.EditorsPlace, editorial, Number: table.Place[index]));
        else if (taste is null) reasons.Add(new Reason(ReasonKind.FitsThePool, editorial));
        var knowsTrack = table.Rows[index] >= 0;
        if (taste is not null && knowsTrack) AddHistory(reasons, taste.Explain(table.Rows[index]), scale.Slope * ranking.PersonalWeight(index), most);
        var rest = score - reasons.Sum(reason => reason.Value);
        if (taste is not null) reasons.Add(new Reason(knowsTrack ? ReasonKind.Baseline : ReasonKind.NotInModel, rest));
        else reasons[0] = reasons[0] with { Value = score };
        return reasons;
    }

    private void AddHistory(List<Reason> reasons, Explanation explanation, double scale, int most)
    {
        foreach (var part in explanation.Parts.Take(most))
            reasons.Add(new Reason(ReasonKind.BecauseOf, part.Score * scale, ingredients.Model![part.Row]));
        var others = explanation.Parts.Skip(most).ToList();
        if (others.Count > 0) reasons.Add(new Reason(ReasonKind.OtherHistory, others.Sum(part => part.Score * scale), Number: others.Count));
    }
}
