using Curation.Core.Playlists;

namespace Curation.Core.Desk.Together;

/// <summary>Finds whom a text names with @ and their display name.</summary>
public static class Mentions
{
    /// <summary>The people named, each once. Where one name begins another, the longer one is meant.</summary>
    public static IReadOnlyList<PersonId> In(string text, IReadOnlyList<Colleague> people)
    {
        ArgumentNullException.ThrowIfNull(text);
        var byLength = people.OrderByDescending(person => person.Name.Length).ToList();
        var named = new List<PersonId>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            if (byLength.Find(person => Is(text.AsSpan(at + 1), person.Name)) is { } found && !named.Contains(found.Id)) named.Add(found.Id);
        }

        return named;
    }

    private static bool Is(ReadOnlySpan<char> rest, string name) =>
        name.Length > 0 && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsLetterOrDigit(rest[name.Length]));
}
