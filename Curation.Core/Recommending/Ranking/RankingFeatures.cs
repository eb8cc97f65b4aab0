using Curation.Core.Listening;

namespace Curation.Core.Recommending.Ranking;

/// <summary>One of the numbers that a candidate is ranked by.</summary>
/// <param name="Group">Where it comes from: a recommender's name, "popularity", "time" or "listener".</param>
/// <param name="Name">What it is, in a few words.</param>
public sealed record RankingFeature(string Group, string Name);

/// <summary>The features of candidates: what each recommender says of them, how much and how lately they are heard, and what kind of listener asks.</summary>
internal sealed class RankingFeatures
{
    /// <summary>Numbers that each recommender gives.</summary>
    public const int PerRecommender = 4;

    private const int OfTrack = 3;
    private const int OfListener = 5;

    private readonly RankedParts parts;

    public RankingFeatures(RankedParts parts)
    {
        this.parts = parts;
        All = [.. Names(parts.Names, parts.Times is not null)];
    }

    public IReadOnlyList<RankingFeature> All { get; }

    public static IEnumerable<RankingFeature> Names(IReadOnlyList<string> recommenders, bool times)
    {
        foreach (var recommender in recommenders)
        {
            yield return new(recommender, "score");
            yield return new(recommender, "score between its best and its last candidate");
            yield return new(recommender, "rank");
            yield return new(recommender, "score above its candidate in the middle");
        }

        yield return new("popularity", "listeners, of the most heard track's");
        yield return new("popularity", "listeners");
        yield return new("popularity", "plays a listener");
        yield return new("listener", "tracks heard");
        yield return new("listener", "plays");
        yield return new("listener", "share of the favourite");
        yield return new("listener", "popularity of what is heard");
        yield return new("popularity", "above what the listener hears");
        if (!times) yield break;
        yield return new("time", "plays in 7 days");
        yield return new("time", "plays in 28 days");
        yield return new("time", "plays in 84 days");
        yield return new("time", "days since last heard");
        yield return new("time", "days since first heard");
        yield return new("listener", "how lately what is heard was last heard");
        yield return new("listener", "how lately what is heard was first heard");
        yield return new("time", "last heard, against what is heard");
        yield return new("time", "first heard, against what is heard");
    }

    /// <summary>Fills <paramref name="values"/>, one row of features after the other, for these tracks and a history with its tastes and their best candidates.</summary>
    public void Fill(History heard, IReadOnlyList<ITaste> tastes, IReadOnlyList<Scored>[] tops, ReadOnlySpan<int> rows, Span<float> values)
    {
        var scores = new float[rows.Length];
        for (var i = 0; i < tastes.Count; i++)
        {
            tastes[i].Score(rows, scores);
            FillOne(tops[i], scores, values[(i * PerRecommender)..]);
        }

        var listener = Listener(heard);
        var ages = Ages(heard);
        for (var i = 0; i < rows.Length; i++)
        {
            var at = values.Slice((i * All.Count) + (tastes.Count * PerRecommender));
            var score = parts.Popularity.Score(rows[i]);
            var listeners = parts.Popularity.Listeners(rows[i]);
            at[0] = score;
            at[1] = listeners;
            at[2] = (float)Math.Log(1 + (parts.Popularity.Weight(rows[i]) / (1 + listeners)));
            listener.CopyTo(at[OfTrack..]);
            at[OfTrack + OfListener - 1] = score - listener[3];
            if (parts.Times is { } times) FillTimes(times[rows[i]], ages, at[(OfTrack + OfListener)..]);
        }
    }

    private void FillOne(IReadOnlyList<Scored> top, ReadOnlySpan<float> scores, Span<float> values)
    {
        var (best, last, middle) = top.Count == 0 ? (0, 0, 0) : (top[0].Score, top[^1].Score, top[top.Count / 2].Score);
        for (var i = 0; i < scores.Length; i++)
        {
            var at = values[(i * All.Count)..];
            at[0] = scores[i];
            at[1] = best > last ? (scores[i] - last) / (best - last) : 0;
            at[2] = MathF.Log2(1 + Above(top, scores[i]));
            at[3] = scores[i] - middle;
        }
    }

    private static void FillTimes(ReadOnlySpan<float> times, (float Last, float First) ages, Span<float> at)
    {
        times.CopyTo(at);
        at[TrackTimes.Width] = ages.Last;
        at[TrackTimes.Width + 1] = ages.First;
        at[TrackTimes.Width + 2] = Age(times[3]) - ages.Last;
        at[TrackTimes.Width + 3] = Age(times[4]) - ages.First;
    }

    private static float Age(float days) => MathF.Log2(1 + days);

    /// <summary>Mean ages of the tracks of a history, as logarithms of days.</summary>
    private (float Last, float First) Ages(History heard)
    {
        if (parts.Times is not { } times || heard.Count == 0) return (0, 0);
        double last = 0, first = 0;
        foreach (var row in heard.Rows)
        {
            last += Age(times[row][3]);
            first += Age(times[row][4]);
        }

        return ((float)(last / heard.Count), (float)(first / heard.Count));
    }

    /// <summary>How many of the candidates score higher.</summary>
    private static int Above(IReadOnlyList<Scored> top, float score)
    {
        var (low, high) = (0, top.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (top[middle].Score > score) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private float[] Listener(History heard)
    {
        double plays = 0, most = 0, popularity = 0;
        for (var i = 0; i < heard.Count; i++)
        {
            plays += heard.Weights[i];
            most = Math.Max(most, heard.Weights[i]);
            popularity += parts.Popularity.Score(heard.Rows[i]);
        }

        return [heard.Count, (float)Math.Log(1 + Math.Max(0, plays)), plays > 0 ? (float)(most / plays) : 0, heard.Count == 0 ? 0 : (float)(popularity / heard.Count)];
    }
}
