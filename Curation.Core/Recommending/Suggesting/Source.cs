namespace Curation.Core.Recommending.Suggesting;

/// <summary>Something that speaks for tracks: a raw score for every position of the ground, and for one position the parts of that score.</summary>
internal abstract class Source(SourceKind kind, double weight, float[] scores)
{
    public SourceKind Kind { get; } = kind;

    public double Weight { get; } = weight;

    public float[] Scores { get; } = scores;

    /// <summary>The parts of a raw score that a reason can name; what they leave of it goes to the others.</summary>
    public abstract IEnumerable<Reason> Parts(int position);

    /// <summary>Whether a raw score was inferred from traits, for want of plays.</summary>
    public virtual bool Infers(int position) => false;

    /// <summary>Whether it only ever speaks against tracks, by an editor's word; it then takes nothing from the weight of the others.</summary>
    public virtual bool Objects => false;

    /// <summary>The best raw score outside the pool, of tracks whose score is not inferred where there are any; 0 where the source speaks for nothing.</summary>
    public float Best(bool[] inPool) => Best(inPool, orInferred: false) is > 0 and var best ? best : Best(inPool, orInferred: true);

    private float Best(bool[] inPool, bool orInferred)
    {
        var best = 0f;
        for (var position = 0; position < Scores.Length; position++)
        {
            if (!inPool[position] && Scores[position] > best && (orInferred || !Infers(position))) best = Scores[position];
        }

        return best;
    }

    /// <summary>What the common scale calls 1: the best raw score outside the pool; of a source that only speaks against tracks, the strongest it says.</summary>
    public float Scale(bool[] inPool) => Best(inPool) is > 0 and var best ? best : -Scores.DefaultIfEmpty().Min();
}

/// <summary>What everybody plays.</summary>
internal sealed class PopularitySource(double weight, float[] scores) : Source(SourceKind.Popularity, weight, scores)
{
    public override IEnumerable<Reason> Parts(int position) => [new Reason(ReasonKind.Popularity, Scores[position])];
}

/// <summary>Words of the need.</summary>
internal sealed class NeedSource(double weight, NeedMatch match) : Source(SourceKind.Need, weight, match.Scores)
{
    public override IEnumerable<Reason> Parts(int position) => match.Parts(position);
}

/// <summary>The seed of a genre, as far as the catalogue alone tells.</summary>
internal sealed class SeedSource(double weight, float[] scores, IReadOnlyList<SeedPart> parts) : Source(SourceKind.Seed, weight, scores)
{
    public static SeedSource Of(SuggestionGround ground, IReadOnlyList<SeedPart> parts, double weight)
    {
        var scores = new float[ground.Tracks.Count];
        foreach (var part in parts)
        {
            foreach (var position in part.Positions) scores[position] += part.Fit;
        }

        return new SeedSource(weight, scores, parts);
    }

    public override IEnumerable<Reason> Parts(int position) =>
        from part in parts where Array.BinarySearch(part.Positions, position) >= 0 select part.Reason with { Amount = part.Fit };
}
