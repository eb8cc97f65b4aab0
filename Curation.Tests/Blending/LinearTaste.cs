using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Tests.Blending;

/// <summary>A small exact recommender: each track of a history adds its weight times a fixed nearness, and each track has a popularity of its own.</summary>
internal sealed class LinearRecommender(TrackIndex tracks, int seed) : IRecommender
{
    public string Name => "linear";

    public TrackIndex Tracks => tracks;

    public ITaste Taste(IReadOnlyList<Evidence> history) => new LinearTaste(this, history);

    private float Nearness(int row, int other) => Noise(row < other ? row : other, row < other ? other : row);

    private float Popularity(int row) => Noise(row, -1) / 2;

    private float Noise(int one, int other)
    {
        var mixed = unchecked((uint)((one * 73856093) ^ (other * 19349663) ^ (seed * 83492791)));
        mixed ^= mixed >> 15;
        mixed = unchecked(mixed * 2246822519u);
        mixed ^= mixed >> 13;
        return (mixed & 0xFFFF) / 65536f;
    }

    private sealed class LinearTaste(LinearRecommender model, IReadOnlyList<Evidence> history) : ITaste
    {
        public void Score(ReadOnlySpan<int> rows, Span<float> scores)
        {
            for (var i = 0; i < rows.Length; i++) scores[i] = Explain(rows[i]).Score;
        }

        public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null) =>
            Enumerable.Range(0, model.Tracks.Count)
                .Where(row => history.All(item => item.Row != row) && skip?.Contains(row) != true)
                .Select(row => new Scored(row, Explain(row).Score))
                .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Row)
                .Take(count).ToList();

        public Explanation Explain(int row)
        {
            var parts = history.Select(item => new Scored(item.Row, item.Weight * model.Nearness(row, item.Row)))
                .OrderByDescending(part => part.Score).ThenBy(part => part.Row).ToList();
            return new Explanation(parts.Sum(part => part.Score) + model.Popularity(row), parts, model.Popularity(row));
        }
    }
}
