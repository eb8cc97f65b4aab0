using Curation.Core.Desk.Acting;

namespace Curation.Web.Account;

/// <summary>An account of the demo world.</summary>
public sealed record DemoAccount(string Email, string Name, IReadOnlyList<string> Roles, string Does);

/// <summary>The accounts of the demo world; they exist, and are offered on the sign-in page, in Development only.</summary>
public static class DemoAccounts
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "a demo needs no secrets";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("editor@demo.curation", "Edda Quill", [Roles.Editor], "makes playlists"),
        new("second.editor@demo.curation", "Sander Lowe", [Roles.Editor], "makes them too"),
        new("reviewer@demo.curation", "Renske Vale", [Roles.Reviewer], "decides on submissions"),
        new("admin@demo.curation", "Ada Minster", [Roles.Admin], "people, imports, models"),
        new("adviser@demo.curation", "Ines Farrow", [Roles.Adviser], "reads what is shared, and advises"),
    ];
}
