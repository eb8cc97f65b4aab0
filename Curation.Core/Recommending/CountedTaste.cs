namespace Curation.Core.Recommending;

/// <summary>One score a track for everybody, without what was heard already.</summary>
internal sealed class CountedTaste(float[] scores, History heard) : ITaste
{
    public void Score(ReadOnlySpan<int> rows, Span<float> wanted)
    {
        if (rows.Length != wanted.Length) throw new ArgumentException("There must be as many scores as rows.", nameof(wanted));
        for (var i = 0; i < rows.Length; i++) wanted[i] = scores[rows[i]];
    }

    public IReadOnlyList<Scored> Top(int count, IReadOnlySet<int>? skip = null) => heard.Best(scores, count, skip);

    public Explanation Explain(int row) => new(scores[row], [], scores[row]);
}
