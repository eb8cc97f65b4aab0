using Curation.Core.Listening;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>A trained model's view of the evidence. Of a track that too few have heard, the sources that go by who heard it say nothing; the score inferred for it stands for theirs, too.</summary>
internal sealed class ModelSource : Source
{
    private readonly SuggestionGround ground;
    private readonly IRecommender model;
    private readonly ITaste taste;
    private readonly IReadOnlyDictionary<int, Reason> reasonOf;
    private readonly float inStead;

    private ModelSource(SourceKind kind, SuggestionGround ground, IRecommender model, ITaste taste, IReadOnlyDictionary<int, Reason> reasonOf, double weight, float inStead)
        : base(kind, weight, Score(ground, model, taste, inStead))
    {
        this.inStead = inStead;
        this.ground = ground;
        this.model = model;
        this.taste = taste;
        this.reasonOf = reasonOf;
    }

    /// <summary>The model's source for evidence by position, or null where the model knows none of it; <paramref name="silent"/> is the weight of the sources that say nothing of new tracks.</summary>
    public static ModelSource? Of(SuggestionGround ground, IRecommender? model, SourceKind kind, IReadOnlyDictionary<int, (Reason Reason, float Weight)> evidence, double weight, double silent = 0)
    {
        if (model is null) return null;
        var known = evidence.Select(item => (Row: model.Tracks.RowOf(ground.Index[item.Key]), item.Value)).Where(item => item.Row >= 0).OrderBy(item => item.Row).ToList();
        if (known.Count == 0) return null;
        var folded = model.Taste(known.ConvertAll(item => new Evidence(item.Row, item.Value.Weight)));
        return new ModelSource(kind, ground, model, folded, known.ToDictionary(item => item.Row, item => item.Value.Reason), weight, weight > 0 ? (float)((weight + silent) / weight) : 1);
    }

    /// <summary>Whether the model's score of a position rests on what the track is and not on who heard it.</summary>
    public override bool Infers(int position) =>
        model is ColdStart cold && Scores[position] != 0 && model.Tracks.RowOf(ground.Index[position]) is >= 0 and var row && cold.IsInferred(row);

    public override IEnumerable<Reason> Parts(int position)
    {
        var row = model.Tracks.RowOf(ground.Index[position]);
        if (row < 0) return [];
        if (model is ColdStart cold && cold.IsInferred(row)) return TraitReasons.Of(cold.ByTrait(taste, row).Select(part => (part.Trait, part.Part * inStead)), ground.Catalogue);
        return taste.Explain(row).Parts.Where(part => reasonOf.ContainsKey(part.Row)).Select(part => reasonOf[part.Row] with { Amount = part.Score });
    }

    private static float[] Score(SuggestionGround ground, IRecommender model, ITaste taste, float inStead)
    {
        var positions = ground.PositionsOf(model);
        var rows = Enumerable.Range(0, positions.Length).ToArray();
        var raw = new float[rows.Length];
        taste.Score(rows, raw);
        var scores = new float[ground.Tracks.Count];
        for (var row = 0; row < raw.Length; row++)
        {
            if (positions[row] >= 0) scores[positions[row]] = model is ColdStart cold && cold.IsInferred(row) ? raw[row] * inStead : raw[row];
        }

        return scores;
    }
}
