using Curation.Core.Matching;

namespace Curation.Core.Auditing.Reviewing;

/// <summary>An account as far as it says whose it is.</summary>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Email">The address; empty where there is none.</param>
/// <param name="Human">The number under which an admin noted that several accounts are one person's; null where nothing was noted.</param>
public sealed record AccountFace(string Name, string Email, int? Human);

/// <summary>Tells whether two accounts are one person's, by what an admin noted, by their names and by their addresses.</summary>
public static class SamePerson
{
    /// <summary>Why they are taken for one person's, as the end of a sentence; null where nothing says so.</summary>
    public static string? Because(AccountFace one, AccountFace other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Human is { } human && human == other.Human) return "an admin noted that both accounts are one person's";
        if (one.Name.Trim().Length > 0 && Folded.Of(one.Name) == Folded.Of(other.Name)) return "both accounts have the same name";
        return one.Email.Length > 0 && Address(one.Email) == Address(other.Email) ? "both accounts have the same e-mail address" : null;
    }

    /// <summary>An address without case and without what follows a plus sign, which reaches the same mailbox.</summary>
    private static string Address(string email)
    {
        var at = email.LastIndexOf('@');
        var plus = email.IndexOf('+', StringComparison.Ordinal);
        return (plus > 0 && plus < at ? email[..plus] + email[at..] : email).Trim().ToUpperInvariant();
    }
}
