using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>How tracks lead into each other, and how far the tempo may jump between them.</summary>
internal sealed class TransitionTerm : Term
{
    private const int Keys = 24;
    private const double Inaudible = 25;
    private static readonly double[] KeyFits = FillKeyFits();

    private readonly double[] tempo;
    private readonly double[] energy;
    private readonly int[] key;
    private readonly TempoJump? jump;
    private readonly bool halfAndDouble;

    public TransitionTerm(Arrangement arrangement, SequencePlan plan)
        : base(arrangement)
    {
        tempo = plan.Tracks.Select(track => track.Facts.Features.Tempo ?? -1).ToArray();
        energy = plan.Tracks.Select(track => track.Facts.Features.Energy ?? -1).ToArray();
        key = plan.Tracks.Select(track => track.Facts.Features.Key is { } there ? (there.Hour - 1) + (there.Major ? 12 : 0) : -1).ToArray();
        jump = plan.Flow.TempoJump;
        halfAndDouble = plan.Flow.HalfAndDouble;
    }

    public override int Reach => 2;

    public override double AtPlace(int place) => Edge(place - 1) + Edge(place);

    public override double Over(int first, int last)
    {
        double sum = 0;
        for (var place = first - 1; place <= last; place++) sum += Edge(place);
        return sum;
    }

    private static double[] FillKeyFits()
    {
        var fits = new double[Keys * Keys];
        for (var one = 0; one < Keys; one++)
        {
            for (var other = 0; other < Keys; other++)
                fits[(one * Keys) + other] = Transition.KeyFit(new((one % 12) + 1, one >= 12), new((other % 12) + 1, other >= 12));
        }

        return fits;
    }

    /// <summary>What the step from a place to the next costs.</summary>
    private double Edge(int place)
    {
        if (place < 0 || place + 1 >= Count || At[place] is not (>= 0 and var from) || At[place + 1] is not (>= 0 and var to)) return 0;
        double lost = 0, rule = 0;
        var known = 0;
        if (key[from] >= 0 && key[to] >= 0)
        {
            lost += 1 - KeyFits[(key[from] * Keys) + key[to]];
            known++;
        }

        if (tempo[from] > 0 && tempo[to] > 0)
        {
            var percent = Math.Abs(Transition.TempoChange(tempo[from], tempo[to], halfAndDouble));
            lost += percent > Inaudible ? 1 : 1 - Transition.TempoFit(percent);
            known++;
            if (jump is not null && percent > jump.Percent) rule = Weights.Of(jump.Hard, (percent / jump.Percent) - 1);
        }

        if (energy[from] >= 0 && energy[to] >= 0)
        {
            lost += Math.Abs(energy[to] - energy[from]);
            known++;
        }

        return rule + (known == 0 ? 0 : Weights.Transition * lost / known);
    }
}
