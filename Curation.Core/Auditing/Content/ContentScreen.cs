using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>What is held against the content policy.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Draft">Its title, need, pool and notes.</param>
/// <param name="Facts">Facts of a track, or null where the catalogue does not hold it.</param>
public sealed record ContentSubject(PlaylistId Playlist, Draft Draft, Func<TrackId, TrackFacts?> Facts)
{
    /// <summary>Commentary that is heard or read with it.</summary>
    public IReadOnlyList<SpokenText> Commentary { get; init; } = [];

    /// <summary>Tracks that listeners get with it though its pool does not hold them.</summary>
    public IReadOnlyCollection<TrackId> Beyond { get; init; } = [];
}

/// <summary>Holds a playlist against the content policy. Pure: the same policy, draft, facts and day give the same findings.</summary>
public static class ContentScreen
{
    private const int Around = 40;

    /// <summary>Everything that the policy finds on a day, the gravest first, then in the order of the pool.</summary>
    public static IReadOnlyList<ContentFinding> Of(ContentSubject subject, ContentRules rules, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(rules);
        var held = rules.Holding(subject.Playlist, subject.Draft.Seed, day, PlaylistKinds.Of(subject.Draft.Blend)).ToList();
        var findings = held.Where(rule => rule.Kind != ContentRuleKind.Text).SelectMany(rule => InTracks(rule, subject, rules))
            .Concat(InTexts(held.Where(rule => rule.Kind == ContentRuleKind.Text).ToList(), subject, rules.Lexicon));
        return [.. findings.DistinctBy(finding => finding.Key).OrderByDescending(finding => finding.Level)];
    }

    private static IEnumerable<ContentFinding> InTracks(ContentRule rule, ContentSubject subject, ContentRules rules)
    {
        var tracks = subject.Draft.Pool.Select(entry => (entry.Track, Entry: (Entry?)entry)).Concat(subject.Beyond.Order().Select(track => (track, (Entry?)null)));
        foreach (var (id, entry) in tracks)
        {
            if (subject.Facts(id) is not { } track) continue;
            if (!(rule.Kind == ContentRuleKind.Commercial ? IsUndeclared(rule, track, entry, rules) : rules.Names(rule, track))) continue;
            yield return new ContentFinding(
                string.Create(CultureInfo.InvariantCulture, $"{rule.Number}:track:{track.Id}"), rule.Number, rule.Name, rule.Kind, LevelOf(rule), track.Id, ContentFinding.TrackPlace, $"{track.ArtistLine} – {track.Title}", Says(rule, track));
        }
    }

    private static bool IsUndeclared(ContentRule rule, TrackFacts track, Entry? entry, ContentRules rules) =>
        entry?.Commercial is null && (rules.Names(rule, track) || rules.InWords(rule, entry?.Note) is not null || (entry?.Tags ?? []).Any(tag => rules.InWords(rule, tag) is not null));

    // What is kept from listeners somewhere is not in the way of publishing: no list there holds it.
    private static ContentLevel LevelOf(ContentRule rule) => rule is { KeepsAway: true, Scope.IsTerritorial: true } ? ContentLevel.Warn : rule.Level;

    private static string Says(ContentRule rule, TrackFacts track)
    {
        var where = rule is { KeepsAway: true, Scope.IsTerritorial: true } ? $" It is on no list in {rule.Scope.Territories}." : rule.KeepsAway ? " It is on no list that is made until somebody decides." : "";
        return rule.Kind switch
        {
            ContentRuleKind.Artists => "The rule names an artist of this track." + where,
            ContentRuleKind.Tracks => "The rule names this track." + where,
            ContentRuleKind.Words => "Its title or credit holds a word of the rule." + where,
            ContentRuleKind.Explicit => "A source marks it as explicit." + where,
            ContentRuleKind.Territory => $"It may be heard {track.Rights.Limits}, and is on no list elsewhere.",
            ContentRuleKind.Rights => (track.Rights.State == RightsState.Missing ? "A source states that the rights are missing." : "No source states that the rights are cleared.") + where,
            _ => "The rule asks what is given for it, and nothing is declared.",
        };
    }

    private static IEnumerable<ContentFinding> InTexts(List<ContentRule> held, ContentSubject subject, Lexicon lexicon)
    {
        if (held.Count == 0) yield break;
        foreach (var (place, track, text) in Texts(subject))
        {
            foreach (var hit in lexicon.Screen(text))
            {
                foreach (var rule in held)
                {
                    var level = (ContentLevel)Math.Min((int)rule.Level, (int)hit.Term.Level);
                    yield return new ContentFinding(
                        string.Create(CultureInfo.InvariantCulture, $"{rule.Number}:{place}:{track?.Value}:{Mark(text)}:{hit.Term.Text}"), rule.Number, rule.Name, rule.Kind, level, track, place, Excerpt(text, hit),
                        $"The {Words(place)} holds {(hit.Disguised ? "a disguise of " : "")}“{hit.Term.Text}” ({hit.Term.Category}, {hit.Term.Language}).");
                }
            }
        }
    }

    private static string Words(string place) => place == ContentFinding.TrackPlace ? "title or credit of the track" : place;

    private static IEnumerable<(string Place, TrackId? Track, string Text)> Texts(ContentSubject subject)
    {
        var draft = subject.Draft;
        yield return ("title", null, draft.Title);
        yield return ("need", null, draft.Need);
        foreach (var entry in draft.Pool)
        {
            yield return ("note", entry.Track, entry.Note);
            foreach (var tag in entry.Tags ?? []) yield return ("tag", entry.Track, tag);
            if (entry.Commercial is { } tie) yield return ("declaration", entry.Track, $"{tie.What}, {tie.Who}");
            if (subject.Facts(entry.Track) is not { } facts) continue;
            yield return (ContentFinding.TrackPlace, entry.Track, facts.Title);
            yield return (ContentFinding.TrackPlace, entry.Track, facts.ArtistLine);
        }

        foreach (var track in subject.Beyond.Order())
        {
            if (subject.Facts(track) is not { } facts) continue;
            yield return (ContentFinding.TrackPlace, track, facts.Title);
            yield return (ContentFinding.TrackPlace, track, facts.ArtistLine);
        }

        foreach (var spoken in subject.Commentary) yield return (spoken.Place, spoken.Track, spoken.Text);
    }

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    private static string Excerpt(string text, TermHit hit)
    {
        var from = Math.Max(0, hit.Start - Around);
        var to = Math.Min(text.Length, hit.Start + hit.Length + Around);
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to--;
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }
}
