namespace Curation.Web.Shared;

/// <summary>A key and what it does on the page that is open.</summary>
/// <param name="Key">As typed: "z", "?", "arrowdown", "ctrl+s".</param>
/// <param name="Does">What the sheet of shortcuts says: "Undo".</param>
/// <param name="Press">What happens.</param>
/// <param name="WhileTyping">Whether it also works in a field; only keys with ctrl may.</param>
public sealed record KeyAction(string Key, string Does, Func<Task> Press, bool WhileTyping = false)
{
    /// <summary>The part of the workbench that the sheet lists it under; empty for what works everywhere.</summary>
    public string Area { get; init; } = "";

    /// <summary>Whether it opens a field: what is typed until the field is there is meant for the field.</summary>
    public bool Opens { get; init; }

    /// <summary>Whether a part of the page hears it by itself while it has the focus; here it is only named.</summary>
    public bool Named { get; init; }
}

/// <summary>The keys that work at this moment. Parts register theirs while they are on screen; the latest wins.</summary>
public sealed class Keyboard
{
    private readonly List<KeyAction> actions = [];

    public IReadOnlyList<KeyAction> Actions => actions;

    /// <summary>What the sheet of shortcuts shows: of a key that several parts hear, what the latest does, and every key that is only named.</summary>
    public IReadOnlyList<KeyAction> Told => [.. Enumerable.Reverse(actions).DistinctBy(action => (action.Key, action.Named ? action.Area : null)).Reverse()];

    public event Action? Changed;

    public void Add(KeyAction action)
    {
        actions.Add(action);
        Changed?.Invoke();
    }

    public void Remove(KeyAction action)
    {
        if (actions.Remove(action)) Changed?.Invoke();
    }

    public Task Press(string key) =>
        actions.FindLast(action => !action.Named && string.Equals(action.Key, key, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Press() : Task.CompletedTask;
}
