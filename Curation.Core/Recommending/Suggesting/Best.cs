namespace Curation.Core.Recommending.Suggesting;

/// <summary>The best few positions seen so far, ties to the lower position.</summary>
internal sealed class Best(int count)
{
    private readonly PriorityQueue<int, (double Score, int Position)> kept =
        new(Comparer<(double Score, int Position)>.Create((one, other) => one.Score != other.Score ? one.Score.CompareTo(other.Score) : other.Position.CompareTo(one.Position)));

    public bool WouldTake(double score, int position) =>
        kept.Count < count || (kept.TryPeek(out var worst, out var priority) && (score > priority.Score || (score == priority.Score && position < worst)));

    public void Take(double score, int position)
    {
        if (kept.Count < count) kept.Enqueue(position, (score, position));
        else if (count > 0) kept.EnqueueDequeue(position, (score, position));
    }

    public List<int> InOrder() =>
        kept.UnorderedItems.OrderByDescending(item => item.Priority.Score).ThenBy(item => item.Element).Select(item => item.Element).ToList();
}
