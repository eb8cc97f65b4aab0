using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>States to go back to, the newest first; the oldest goes when there are too many.</summary>
public sealed class Steps
{
    /// <summary>Most states.</summary>
    public const int Most = 200;

    private readonly LinkedList<Draft> states = new();

    public int Count => states.Count;

    public void Push(Draft state)
    {
        states.AddLast(state);
        if (states.Count > Most) states.RemoveFirst();
    }

    public Draft Pop()
    {
        var newest = states.Last ?? throw new InvalidOperationException("There is no state to go back to.");
        states.RemoveLast();
        return newest.Value;
    }

    public void Clear() => states.Clear();
}
