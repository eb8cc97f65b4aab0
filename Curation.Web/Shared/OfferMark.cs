namespace Curation.Web.Shared;

/// <summary>Which of the things that a field offers is marked: arrows move the mark, Enter takes what it is on.</summary>
public sealed class OfferMark
{
    /// <summary>The marked place from 0; below 0 where none is.</summary>
    public int At { get; private set; }

    public void Reset(int at = 0) => At = at;

    /// <summary>Moves for an arrow key, and around at the ends; false for other keys, or where nothing is offered.</summary>
    public bool Moves(string key, int count)
    {
        if (count == 0 || key is not ("ArrowDown" or "ArrowUp")) return false;
        At = key == "ArrowDown" ? (At + 1) % count : At <= 0 ? count - 1 : At - 1;
        return true;
    }

    /// <summary>The marked one of what is offered.</summary>
    public T? In<T>(IReadOnlyList<T> offered)
        where T : class => At >= 0 && At < offered.Count ? offered[At] : null;
}
