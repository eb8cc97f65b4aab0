namespace Curation.Core.Evaluating;

/// <summary>Which metric stands in which column of the values.</summary>
internal sealed class RankingColumns(int[] cutOffs)
{
    private static readonly string[] AtCutOffs = ["recall", "plain-recall", "ndcg", "map", "novelty", "popularity-lift"];

    public const int Recall = 0;
    public const int PlainRecall = 1;
    public const int Ndcg = 2;
    public const int Map = 3;
    public const int Novelty = 4;
    public const int PopularityLift = 5;

    public int[] CutOffs => cutOffs;

    public int Longest { get; } = cutOffs.Max();

    public int Mrr => AtCutOffs.Length * cutOffs.Length;

    public int RPrecision => Mrr + 1;

    public int Clicks => Mrr + 2;

    /// <summary>Names by column.</summary>
    public string[] Names { get; } = [.. cutOffs.SelectMany(k => AtCutOffs.Select(name => $"{name}@{k}")), "mrr", "r-precision", "clicks"];

    /// <summary>Names of the two columns that a group of tracks has for each cut-off.</summary>
    public string[] TrackGroupNames { get; } = [.. cutOffs.SelectMany(k => new[] { $"recall@{k}", $"ndcg@{k}" })];

    public static int At(int cutOff, int metric) => (cutOff * AtCutOffs.Length) + metric;
}
