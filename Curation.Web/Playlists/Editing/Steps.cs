using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>Edits that take back, or make again, what was done here; the newest first, and the oldest goes when there are too many.</summary>
public sealed class Steps
{
    /// <summary>Most edits.</summary>
    public const int Most = 200;

    private readonly LinkedList<DraftEdit> edits = new();

    public int Count => edits.Count;

    public void Push(DraftEdit edit)
    {
        edits.AddLast(edit);
        if (edits.Count > Most) edits.RemoveFirst();
    }

    public DraftEdit Pop()
    {
        var newest = edits.Last ?? throw new InvalidOperationException("There is no edit to go back to.");
        edits.RemoveLast();
        return newest.Value;
    }

    public void Clear() => edits.Clear();
}
