using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Runs in the same key are no longer than allowed: every track that makes a run too long costs.</summary>
internal sealed class KeyRunTerm : Term
{
    private readonly int[] key;
    private readonly int most;
    private readonly double broken;

    public KeyRunTerm(Arrangement arrangement, SequencePlan plan, KeyRun rule)
        : base(arrangement)
    {
        key = plan.Tracks.Select(track => track.Facts.Features.Key is { } there ? (there.Hour * 2) + (there.Major ? 1 : 0) : -1).ToArray();
        most = rule.Most;
        broken = Weights.Of(rule.Hard, 0);
    }

    public override int Reach => most + 1;

    public override double AtPlace(int place) => Over(place, place);

    public override double Over(int first, int last)
    {
        var run = 0;
        double sum = 0;
        var end = Math.Min(Count - 1, last + most);
        for (var place = Math.Max(0, first - most); place <= end; place++)
        {
            var known = At[place] >= 0 && key[At[place]] >= 0;
            run = !known ? 0 : run > 0 && key[At[place]] == key[At[place - 1]] ? run + 1 : 1;
            if (place >= first && run > most) sum += broken;
        }

        return sum;
    }
}
