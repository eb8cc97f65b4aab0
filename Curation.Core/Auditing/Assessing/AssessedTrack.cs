using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What one track got of the lists that were measured, so that every figure can be opened to what is behind it.</summary>
/// <param name="Track">The track.</param>
/// <param name="Lists">Lists it stands on.</param>
/// <param name="Log">Sum of the weights of its places under <see cref="PositionWeight.Log"/>.</param>
/// <param name="Geometric">The same under <see cref="PositionWeight.Geometric"/>.</param>
/// <param name="Attention">The same under <see cref="PositionWeight.Attention"/>.</param>
public sealed record AssessedTrack(TrackId Track, int Lists, double Log, double Geometric, double Attention)
{
    /// <summary>The sum under a weight.</summary>
    public double Under(PositionWeight weight) => weight == PositionWeight.Geometric ? Geometric : weight == PositionWeight.Attention ? Attention : Log;

    /// <summary>What every track of these lists got, by track.</summary>
    public static IReadOnlyList<AssessedTrack> Of(ListSet lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var longest = 0;
        for (var row = 0; row < lists.Count; row++) longest = Math.Max(longest, lists.Of(row).Length);
        var (log, geometric, attention) = (PositionWeight.Log.First(longest), PositionWeight.Geometric.First(longest), PositionWeight.Attention.First(longest));
        var sums = new Dictionary<TrackId, Sum>();
        for (var row = 0; row < lists.Count; row++)
        {
            var list = lists.Of(row);
            for (var place = 0; place < list.Length; place++)
            {
                if (!sums.TryGetValue(list[place], out var sum)) sums.Add(list[place], sum = new Sum());
                sum.Lists++;
                sum.Log += log[place];
                sum.Geometric += geometric[place];
                sum.Attention += attention[place];
            }
        }

        return [.. sums.OrderBy(pair => pair.Key.Value).Select(pair => new AssessedTrack(pair.Key, pair.Value.Lists, pair.Value.Log, pair.Value.Geometric, pair.Value.Attention))];
    }

    private sealed class Sum
    {
        public int Lists { get; set; }

        public double Log { get; set; }

        public double Geometric { get; set; }

        public double Attention { get; set; }
    }
}
