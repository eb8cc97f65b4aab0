using Curation.Core.Catalog;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Suggests tracks for a pool, a genre seed and a need, with reasons that add up. Pure: the same ground and request give the same answer.</summary>
public sealed class Suggester
{
    private const int MostSeedTracksNamed = 8;

    /// <summary>A source speaks for a track from this share of its weight on; below it is noise.</summary>
    private const double Whisper = 0.01;

    private readonly SuggestionGround ground;
    private readonly SuggestionWeights weights;

    /// <summary>A suggester over a ground; may be used from many threads.</summary>
    public Suggester(SuggestionGround ground, SuggestionWeights? weights = null)
    {
        this.ground = ground;
        this.weights = weights ?? new SuggestionWeights();
    }

    /// <summary>The best candidates, best first, ties by track id. A track that nothing but popularity speaks for is suggested only when nothing else is known at all.</summary>
    public SuggestionList Suggest(SuggestionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 0);
        var inPool = new bool[ground.Tracks.Count];
        foreach (var position in Positions(request.Pool)) inPool[position] = true;

        var (sources, from) = Sources(request);
        var voices = sources.Select(source => (Source: source, Scale: source.Scale(inPool))).Where(voice => voice.Scale > 0).ToList();
        var all = voices.Sum(voice => voice.Source.Weight);
        var factors = voices.ConvertAll(voice => (voice.Source, Factor: voice.Source.Weight / all / voice.Scale));
        if (factors.TrueForAll(voice => voice.Source is PopularitySource)) from = StartingPoint.Popularity;

        var scores = Mix(factors);
        var spoken = Spoken(factors);
        var best = new TopK(Math.Min(request.Count, SuggestionRequest.Most));
        for (var position = 0; position < scores.Length; position++)
        {
            if (scores[position] > 0 && spoken[position] && !inPool[position] && best.Accepts(position, scores[position]) && Admit(request, position)) best.Offer(position, scores[position]);
        }

        var order = new int[best.Count];
        best.Take(order, new float[order.Length]);
        return new SuggestionList([.. order.AsParallel().AsOrdered().Select(position => Explained(position, scores[position], factors))], from);
    }

    private IEnumerable<int> Positions(IEnumerable<TrackId> tracks) => tracks.Select(ground.Index.RowOf).Where(position => position >= 0).Distinct();

    private (List<Source> Sources, StartingPoint From) Sources(SuggestionRequest request)
    {
        var pool = Positions(request.Pool).ToDictionary(position => position, position => (new Reason(ReasonKind.PoolTrack, 0, Track: ground.Index[position]), 1f));
        var sources = Models(pool);
        var from = sources.Count > 0 ? StartingPoint.Pool : StartingPoint.Need;
        if (sources.Count == 0 && request.Seed is { } seed && Seeding.Parts(ground, seed) is { Count: > 0 } parts)
        {
            from = StartingPoint.Seed;
            sources = Models(Seeding.Evidence(ground, parts));
            sources.Add(SeedSource.Of(ground, parts, weights.Seed));
        }

        var need = ground.Labels.Match(request.Need);
        var alone = sources.Count == 0;
        if (alone && need.Speaks) sources = Models(need.Evidence(ground));
        if (need.Speaks) sources.Add(new NeedSource(alone ? weights.NeedAlone : weights.Need, need));
        sources.Add(new PopularitySource(weights.Popularity, ground.Popularity));
        return (sources, from);
    }

    private List<Source> Models(Dictionary<int, (Reason Reason, float Weight)> evidence)
    {
        var byListeners = new Source?[] { ModelSource.Of(ground, ground.Neighbours, evidence, weights.Neighbours), RankingSource.Of(ground, evidence, weights.Ranking) }.OfType<Source>().ToList();
        return ModelSource.Of(ground, ground.Factorisation, evidence, weights.Factorisation, silent: byListeners.Sum(source => source.Weight)) is { } factorisation ? [factorisation, .. byListeners] : byListeners;
    }

    private bool Admit(SuggestionRequest request, int position) =>
        !request.Excluded.Contains(ground.Index[position]) && request.Filters.Admit(ground.Tracks[position], ground.Tiers[position]);

    private float[] Mix(List<(Source Source, double Factor)> factors)
    {
        var scores = new float[ground.Tracks.Count];
        for (var position = 0; position < scores.Length; position++)
        {
            var sum = 0.0;
            foreach (var (source, factor) in factors) sum += source.Scores[position] * factor;
            scores[position] = (float)sum;
        }

        return scores;
    }

    private bool[] Spoken(List<(Source Source, double Factor)> factors)
    {
        var spoken = new bool[ground.Tracks.Count];
        var telling = factors.FindAll(voice => voice.Source is not PopularitySource && voice.Source.Scores.Max() > 0);
        if (telling.Count == 0) Array.Fill(spoken, true);
        foreach (var (source, factor) in telling)
        {
            for (var position = 0; position < spoken.Length; position++) spoken[position] |= source.Scores[position] * factor > Whisper * source.Weight;
        }

        return spoken;
    }

    private Suggestion Explained(int position, float score, List<(Source Source, double Factor)> factors)
    {
        var amounts = new Dictionary<Reason, double>();
        foreach (var (source, factor) in factors)
        {
            foreach (var part in source.Parts(position))
            {
                var reason = part with { Amount = 0 };
                amounts[reason] = amounts.GetValueOrDefault(reason) + (part.Amount * factor);
            }
        }

        var reasons = amounts.Select(pair => pair.Key with { Amount = pair.Value })
            .OrderByDescending(reason => Math.Abs(reason.Amount)).ThenBy(reason => reason.Kind).ThenBy(reason => reason.Track).ThenBy(reason => reason.Word, StringComparer.Ordinal)
            .Where(reason => reason.Amount != 0).ToList();
        reasons = [.. PoolReasons.Gathered(reasons.FindAll(IsNamed()), ground).OrderByDescending(reason => Math.Abs(reason.Amount))];
        var rest = score - reasons.Sum(reason => reason.Amount);
        if (Math.Abs(rest) > 1e-7) reasons.Add(new Reason(ReasonKind.Others, rest));
        return new Suggestion(ground.Index[position], score, reasons, ground.Tiers[position]) { Inferred = factors.Exists(voice => voice.Source.Infers(position)) };
    }

    private static Predicate<Reason> IsNamed()
    {
        var tracks = 0;
        return reason => reason.Kind is not ReasonKind.SeedTrack || tracks++ < MostSeedTracksNamed;
    }
}
