using Curation.Core.Playlists;

namespace Curation.Core.Desk.Acting;

/// <summary>Who gives a command. What the actor may do is read from the store on every write, never carried along.</summary>
public readonly record struct Actor(PersonId Person)
{
    /// <summary>The process itself: the command line and background work on somebody's behalf.</summary>
    public static Actor Console { get; } = new(PersonId.Console);
}

/// <summary>Names of the roles that people have; a person may have several.</summary>
public static class Roles
{
    /// <summary>Makes playlists.</summary>
    public const string Editor = "Editor";

    /// <summary>Decides on submissions.</summary>
    public const string Reviewer = "Reviewer";

    /// <summary>Configures genre seeds, policies, imports, models and people.</summary>
    public const string Admin = "Admin";

    /// <summary>Reads what is shared with them and advises; a guest, who has none of the other roles.</summary>
    public const string Adviser = "Adviser";

    /// <summary>The roles of those who work here.</summary>
    public static IReadOnlyList<string> All { get; } = [Editor, Reviewer, Admin];

    /// <summary>Every role that a person can be given: those of <see cref="All"/>, and the adviser's.</summary>
    public static IReadOnlyList<string> Given { get; } = [.. All, Adviser];
}
