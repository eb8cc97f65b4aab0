using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Every window of positions holds at most so many tracks of one stated gender and at least so many by women or non-binary artists.</summary>
internal sealed class GenderTerm : Term
{
    private readonly byte[] stated;
    private readonly GenderBalance rule;
    private readonly int most;
    private readonly int least;

    public GenderTerm(Arrangement arrangement, SequencePlan plan, GenderBalance rule)
        : base(arrangement)
    {
        stated = plan.Tracks.Select(track => MarkOf(track.Genders)).ToArray();
        this.rule = rule;
        most = rule.MostOfOne ?? rule.Window;
        least = rule.LeastWomenAndNonBinary ?? 0;
    }

    public override int Reach => rule.Window;

    public override double AtPlace(int place) => Over(place, place);

    public override double Over(int first, int last)
    {
        double sum = 0;
        int start = Math.Max(0, first - rule.Window + 1), end = Math.Min(last, Count - rule.Window);
        if (end < start) return 0;
        int women = 0, men = 0, others = 0, counted = 0, filled = 0;
        for (var place = start; place < end + rule.Window; place++)
        {
            Tally(place, 1);
            if (place - start + 1 > rule.Window) Tally(place - rule.Window, -1);
            if (place - start + 1 >= rule.Window) sum += Window(Math.Max(women, Math.Max(men, others)), counted, filled);
        }

        return sum;

        void Tally(int place, int by)
        {
            if (At[place] < 0) return;
            var mark = stated[At[place]];
            filled += by;
            women += (mark & 1) * by;
            men += ((mark >> 1) & 1) * by;
            others += ((mark >> 2) & 1) * by;
            counted += (mark & 5) != 0 ? by : 0;
        }
    }

    /// <summary>The stated genders of a track in bits: women 1, men 2, non-binary 4.</summary>
    internal static byte MarkOf(IReadOnlySet<Gender> genders) =>
        (byte)((genders.Contains(Gender.Female) ? 1 : 0) | (genders.Contains(Gender.Male) ? 2 : 0) | (genders.Contains(Gender.NonBinary) ? 4 : 0));

    private double Window(int largest, int counted, int filled)
    {
        double cost = 0;
        if (largest > most) cost += Weights.Of(rule.Hard, (largest - most) / (double)rule.Window);
        if (least > 0 && rule.Window - filled + counted < least) cost += Weights.Of(rule.Hard, (least - counted) / (double)rule.Window);
        return cost;
    }
}
