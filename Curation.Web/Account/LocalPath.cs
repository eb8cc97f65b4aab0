namespace Curation.Web.Account;

/// <summary>Where to go after signing in: a path of this workbench, never another site.</summary>
internal static class LocalPath
{
    public static string Of(string? back) =>
        back is ['/', ..] and not ['/', '/' or '\\', ..] && !back.Any(char.IsControl) && !back.StartsWith("/account", StringComparison.OrdinalIgnoreCase) ? back : "/";
}
