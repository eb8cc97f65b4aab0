using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Admin.Content;

/// <summary>Content rules as people read them.</summary>
internal static class RuleWords
{
    public static string Kind(ContentRuleKind kind) => kind switch
    {
        ContentRuleKind.Artists => "Blocked artists",
        ContentRuleKind.Tracks => "Blocked tracks",
        ContentRuleKind.Words => "Words in titles and credits",
        ContentRuleKind.Explicit => "Explicit marks",
        ContentRuleKind.Territory => "Territories",
        ContentRuleKind.Rights => "Missing rights",
        ContentRuleKind.Commercial => "Commercial consideration",
        _ => "Text screen",
    };

    public static string Does(ContentRuleKind kind) => kind switch
    {
        ContentRuleKind.Artists => "Finds tracks of the artists that it names.",
        ContentRuleKind.Tracks => "Finds the tracks that it names.",
        ContentRuleKind.Words => "Finds tracks whose title or credit holds one of its words or phrases, as whole words.",
        ContentRuleKind.Explicit => "Finds tracks that a source marks as explicit.",
        ContentRuleKind.Territory => "Finds tracks that may not be heard everywhere. They are on no list elsewhere, with or without a rule.",
        ContentRuleKind.Rights => "Finds tracks whose rights a source states as missing.",
        ContentRuleKind.Commercial => "Finds tracks of the artists, labels or campaigns that it names, where nothing is declared.",
        _ => "Finds the terms of the lexicon in titles, needs, notes, tags, declarations and commentary.",
    };

    public static string Names(ContentRule rule) => string.Join(", ", new[] { Count(rule.Artists.Length, "artist"), Count(rule.Tracks.Length, "track"), Count(rule.Words.Length, "word"), rule.DemandStated ? "not stated counts too" : null }.OfType<string>());

    public static string Scope(ContentRule rule, IReadOnlyDictionary<GenreId, string> genres, Func<PlaylistId, string> playlist)
    {
        var parts = new[]
        {
            rule.Scope.Genre is { } genre ? $"genre {genres.GetValueOrDefault(genre, "that is gone")}" : null,
            rule.Scope.Kind is { } kind ? $"{kind.ToString().ToLowerInvariant()} playlists" : null,
            rule.Scope.Playlist is { } of ? playlist(of) : null,
            rule.Scope.IsTerritorial ? $"for listeners in {rule.Scope.Territories}" : null,
        }.OfType<string>().ToList();
        return $"{(parts.Count == 0 ? "everywhere" : string.Join(", ", parts))}{(rule.Until is { } until ? $", until {until.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "")}";
    }

    private static string? Count(int count, string what) => count switch { 0 => null, 1 => $"1 {what}", _ => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}s") };
}
