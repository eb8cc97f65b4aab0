using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Blending;

/// <summary>The affine map that carries one listener's model scores to 0..1: personal = slope * score + offset, over the allowed tracks of the list.</summary>
/// <param name="Slope">1 / (highest - lowest); 0 where all are equal, and then everything is 0.5.</param>
/// <param name="Offset">-lowest / (highest - lowest), or 0.5.</param>
/// <param name="Unknown">What a track that the model does not know gets: the mean of those it knows, so that new music is neither favoured nor punished.</param>
internal readonly record struct PersonalScale(double Slope, double Offset, double Unknown)
{
    public double Of(float score) => Math.Clamp((Slope * score) + Offset, 0, 1);

    public static PersonalScale Over(ReadOnlySpan<float> scores)
    {
        if (scores.Length == 0) return new PersonalScale(0, 0.5, 0.5);
        double lowest = scores[0], highest = scores[0], sum = 0;
        foreach (var score in scores)
        {
            lowest = Math.Min(lowest, score);
            highest = Math.Max(highest, score);
            sum += score;
        }

        var span = highest - lowest;
        if (span <= 0) return new PersonalScale(0, 0.5, 0.5);
        return new PersonalScale(1 / span, -lowest / span, ((sum / scores.Length) - lowest) / span);
    }
}

/// <summary>Scores the allowed tracks for one recipient and puts them in order. Scores are whole millionths, so that the last bits of a sum never decide a list.</summary>
internal sealed class Ranking(CandidateTable table, Blend blend)
{
    public const int Whole = 1_000_000;

    private readonly float[] known = new float[table.KnownRows.Length];
    private readonly double[] personal = new double[table.Count];
    private readonly ulong[] keys = new ulong[table.Count];

    /// <summary>Score of each index in millionths.</summary>
    public int[] Scores { get; } = new int[table.Count];

    /// <summary>Whether the editorial part weighs at least as much as the personal one.</summary>
    public bool[] EditorLed { get; } = new bool[table.Count];

    /// <summary>Indices of the pool, best first.</summary>
    public int[] Pool { get; } = new int[table.PoolCount];

    /// <summary>Indices of the discovery candidates, best first.</summary>
    public int[] Discovery { get; } = new int[table.Count - table.PoolCount];

    public void Rank(ITaste? taste)
    {
        if (taste is not null) Calibrate(taste);
        for (var i = 0; i < table.Count; i++)
        {
            var editorial = EditorialPart(i, taste is not null);
            var fromTaste = taste is null ? 0 : PersonalWeight(i) * personal[i];
            Scores[i] = (int)Math.Round((editorial + fromTaste) * Whole, MidpointRounding.AwayFromZero);
            EditorLed[i] = editorial >= fromTaste;
            keys[i] = ((ulong)(uint)(Whole - Scores[i]) << 32) | (uint)i;
        }

        keys.AsSpan().Sort();
        int pool = 0, discovery = 0;
        foreach (var key in keys)
        {
            var index = (int)(uint)key;
            if (table.InPool[index]) Pool[pool++] = index;
            else Discovery[discovery++] = index;
        }
    }

    /// <summary>The map for a taste; the same for ranking and for explaining.</summary>
    public PersonalScale ScaleFor(ITaste taste)
    {
        taste.Score(table.KnownRows, known);
        return PersonalScale.Over(known);
    }

    /// <summary>What the editor's order, or for a discovery on the shared list the fit to the pool, adds to the score.</summary>
    public double EditorialPart(int index, bool profiled) =>
        !profiled ? table.Standing[index] : table.InPool[index] ? blend.EditorialWeight * table.Standing[index] : 0;

    /// <summary>Weight of the listener's taste: a discovery is chosen by taste alone.</summary>
    public double PersonalWeight(int index) => table.InPool[index] ? 1 - blend.EditorialWeight : 1;

    private void Calibrate(ITaste taste)
    {
        var scale = ScaleFor(taste);
        Array.Fill(personal, scale.Unknown);
        for (var i = 0; i < known.Length; i++) personal[table.KnownIndices[i]] = scale.Of(known[i]);
    }
}
