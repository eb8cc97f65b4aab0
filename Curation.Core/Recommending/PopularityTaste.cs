namespace Curation.Core.Recommending;

/// <summary>What is popular, without what was heard already.</summary>
internal sealed class PopularityTaste(Popularity model, History heard) : ITaste
{
    public void Score(ReadOnlySpan<int> rows, Span<float> scores)
    {
        if (rows.Length != scores.Length) throw new ArgumentException("There must be as many scores as rows.", nameof(scores));
        for (var i = 0; i < rows.Length; i++) scores[i] = model.Score(rows[i]);
    }

    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null) => heard.Best(model.AllScores, count, skip);

    public Explanation Explain(int row) => new(model.Score(row), [], model.Score(row));
}
