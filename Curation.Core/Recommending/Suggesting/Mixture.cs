using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>The sources that have something to say to a request, each on the common scale, and what they say together.</summary>
internal sealed class Mixture
{
    /// <summary>A source speaks for a track from this share of its weight on; below it is noise.</summary>
    private const double Whisper = 0.01;

    private readonly bool[] spoken;

    private Mixture(bool[] inPool, List<(Source Source, double Factor)> voices, StartingPoint from)
    {
        InPool = inPool;
        Voices = voices;
        From = voices.TrueForAll(voice => voice.Source is PopularitySource) ? StartingPoint.Popularity : from;
        Scores = Mix(voices, inPool.Length);
        spoken = Spoken(voices, inPool.Length);
    }

    /// <summary>Which positions the pool holds.</summary>
    public bool[] InPool { get; }

    /// <summary>Sources, and what brings each to the common scale.</summary>
    public List<(Source Source, double Factor)> Voices { get; }

    /// <summary>What the answer mainly rests on.</summary>
    public StartingPoint From { get; }

    /// <summary>The score of every position.</summary>
    public float[] Scores { get; }

    public static Mixture Of(SuggestionGround ground, SuggestionWeights weights, SuggestionRequest request)
    {
        var inPool = new bool[ground.Tracks.Count];
        foreach (var position in Positions(ground, request.Pool)) inPool[position] = true;
        var (sources, from) = Sources(ground, weights, request);
        sources.AddRange(Steered(ground, weights, request.Steering, sources.OfType<ModelSource>().FirstOrDefault(source => source.Kind == SourceKind.Factorisation), inPool));
        var heard = sources.Select(source => (Source: source, Scale: source.Scale(inPool))).Where(voice => voice.Scale > 0).ToList();
        var all = heard.Where(voice => !voice.Source.Objects).Sum(voice => voice.Source.Weight);
        return new Mixture(inPool, heard.ConvertAll(voice => (voice.Source, voice.Source.Weight / all / voice.Scale)), from);
    }

    /// <summary>Whether a position may be suggested, filters and exclusions aside.</summary>
    public bool IsCandidate(int position) => Scores[position] > 0 && spoken[position] && !InPool[position];

    /// <summary>What each source adds to two positions; the second may be none.</summary>
    public IReadOnlyList<AbsencePart> Beside(int position, int? other) =>
        Voices.ConvertAll(voice => new AbsencePart(voice.Source.Kind, voice.Source.Scores[position] * voice.Factor, other is { } there ? voice.Source.Scores[there] * voice.Factor : 0));

    private static IEnumerable<int> Positions(SuggestionGround ground, IEnumerable<TrackId> tracks) => tracks.Select(ground.Index.RowOf).Where(position => position >= 0).Distinct();

    private static (List<Source> Sources, StartingPoint From) Sources(SuggestionGround ground, SuggestionWeights weights, SuggestionRequest request)
    {
        var pool = Positions(ground, request.Pool).ToDictionary(position => position, position => (new Reason(ReasonKind.PoolTrack, 0, Track: ground.Index[position]), 1f));
        var sources = Models(ground, weights, pool);
        var from = sources.Count > 0 ? StartingPoint.Pool : StartingPoint.Need;
        if (sources.Count == 0 && request.Seed is { } seed && Seeding.Parts(ground, seed) is { Count: > 0 } parts)
        {
            from = StartingPoint.Seed;
            sources = Models(ground, weights, Seeding.Evidence(ground, parts));
            sources.Add(SeedSource.Of(ground, parts, weights.Seed));
        }

        var need = ground.Labels.Match(request.Need);
        var alone = sources.Count == 0;
        if (alone && need.Speaks) sources = Models(ground, weights, need.Evidence(ground));
        if (need.Speaks) sources.Add(new NeedSource(alone ? weights.NeedAlone : weights.Need, need));
        sources.Add(new PopularitySource(weights.Popularity, ground.Popularity));
        return (sources, from);
    }

    private static IEnumerable<Source> Steered(SuggestionGround ground, SuggestionWeights weights, Steering steering, ModelSource? pool, bool[] inPool)
    {
        var more = Evidence(ground, steering.MoreLike, ReasonKind.MoreLike);
        var refused = Evidence(ground, steering.Refused, ReasonKind.Refused);
        Source?[] said =
        [
            ModelSource.Of(ground, ground.Factorisation, SourceKind.Steering, more, weights.MoreLike),
            RefusedSource.Of(ModelSource.Of(ground, ground.Factorisation, SourceKind.Steering, refused, weights.Refused), pool, inPool, weights.Refused),
            LessOfSource.Of(ground, steering.LessOf, weights.LessOf),
        ];
        return said.OfType<Source>();
    }

    private static Dictionary<int, (Reason Reason, float Weight)> Evidence(SuggestionGround ground, IEnumerable<TrackId> tracks, ReasonKind kind) =>
        Positions(ground, tracks).ToDictionary(position => position, position => (new Reason(kind, 0, Track: ground.Index[position]), 1f));

    private static List<Source> Models(SuggestionGround ground, SuggestionWeights weights, Dictionary<int, (Reason Reason, float Weight)> evidence)
    {
        Source?[] both = [ModelSource.Of(ground, ground.Neighbours, SourceKind.Neighbours, evidence, weights.Neighbours), RankingSource.Of(ground, evidence, weights.Ranking)];
        var byListeners = both.OfType<Source>().ToList();
        return ModelSource.Of(ground, ground.Factorisation, SourceKind.Factorisation, evidence, weights.Factorisation, byListeners.Sum(source => source.Weight)) is { } factorisation
            ? [factorisation, .. byListeners]
            : byListeners;
    }

    private static float[] Mix(List<(Source Source, double Factor)> voices, int tracks)
    {
        var scores = new float[tracks];
        for (var position = 0; position < scores.Length; position++)
        {
            var sum = 0.0;
            foreach (var (source, factor) in voices) sum += source.Scores[position] * factor;
            scores[position] = (float)sum;
        }

        return scores;
    }

    private static bool[] Spoken(List<(Source Source, double Factor)> voices, int tracks)
    {
        var spoken = new bool[tracks];
        var telling = voices.FindAll(voice => voice.Source is not PopularitySource && !voice.Source.Objects && voice.Source.Scores.Max() > 0);
        if (telling.Count == 0) Array.Fill(spoken, true);
        foreach (var (source, factor) in telling)
        {
            for (var position = 0; position < spoken.Length; position++) spoken[position] |= source.Scores[position] * factor > Whisper * source.Weight;
        }

        return spoken;
    }
}
