namespace Curation.Core.Playlists;

/// <summary>A named clock that any playlist can take. A draft takes a copy, so that a change here changes no playlist.</summary>
public sealed class ClockTemplate
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 60;

    private ClockTemplate()
    {
    }

    /// <summary>A template with a name that is unique in the store.</summary>
    public ClockTemplate(Clock clock) => Write(clock);

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The pattern, soft: whether it is a hard rule is for each playlist to say.</summary>
    public Clock Clock { get; private set; } = null!;

    /// <summary>Concurrency token, raised on every write.</summary>
    public int Version { get; private set; }

    /// <summary>Replaces name and pattern.</summary>
    /// <exception cref="RefusedException">They are not fit to be used; nothing was changed.</exception>
    public void Write(Clock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var name = clock.Name.Trim();
        if (name.Length is 0 or > LongestName) throw new RefusedException($"A clock needs a name of 1 to {LongestName} characters; nothing was saved.");
        var tidy = clock with { Name = name, Hard = false };
        tidy.Checked();
        (Name, Clock) = (name, tidy);
        Version++;
    }
}
