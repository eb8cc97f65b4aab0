using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Desk.Search;

/// <summary>Which of the tracks found come first.</summary>
public enum SearchOrder
{
    /// <summary>The best match of words and taste.</summary>
    Best,

    /// <summary>The most played.</summary>
    Played,

    /// <summary>The newest.</summary>
    Newest,

    /// <summary>By title.</summary>
    Title,
}

/// <summary>What a person looks for: words and attributes in one.</summary>
public sealed record SearchAsk
{
    /// <summary>Most tracks in one answer.</summary>
    public const int Most = 200;

    /// <summary>What was typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>Conditions that all have to fit.</summary>
    public Rule.Group Filters { get; init; } = Rule.Everything;

    /// <summary>Tracks of which more is wanted; they are not found themselves.</summary>
    public IReadOnlyList<TrackId> Like { get; init; } = [];

    /// <summary>Tracks whose taste takes part in the order: the pool of a draft.</summary>
    public IReadOnlyList<TrackId> Taste { get; init; } = [];

    /// <summary>The playlist that is being made; its own editions do not count as use.</summary>
    public PlaylistId? For { get; init; }

    /// <summary>The order.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Tracks wanted, at most <see cref="Most"/>.</summary>
    public int Count { get; init; } = 100;

    /// <summary>Tracks at the front that are passed over: those of the pages before.</summary>
    public int Skip { get; init; }

    /// <summary>Whether anything at all is asked for.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Filters.Rules.IsEmpty && Like.Count == 0;

    /// <summary>The same with a condition, in the place of the one for the same category, measure or kind.</summary>
    public SearchAsk With(Rule rule)
    {
        var slot = SearchAddress.Slot(rule);
        var place = Filters.Rules.IndexOf(Filters.Rules.FirstOrDefault(other => SearchAddress.Slot(other) == slot)!);
        return this with { Filters = Filters with { Rules = place < 0 ? Filters.Rules.Add(rule) : Filters.Rules.SetItem(place, rule) } };
    }

    /// <summary>The same without a condition.</summary>
    public SearchAsk Without(Rule rule) => this with { Filters = Filters with { Rules = Filters.Rules.RemoveAll(other => SearchAddress.Slot(other) == SearchAddress.Slot(rule)) } };

    /// <summary>The values chosen of a category.</summary>
    public IReadOnlyList<string> Chosen(Category category) => Filters.Rules.OfType<Rule.IsOneOf>().FirstOrDefault(one => one.Category == category && !one.Not)?.Values ?? [];

    /// <summary>The same with a value chosen, or not any more.</summary>
    public SearchAsk Toggle(Category category, string value)
    {
        var chosen = Chosen(category);
        var rule = new Rule.IsOneOf(category, [.. chosen.Contains(value) ? chosen.Where(other => other != value) : chosen.Append(value)]);
        return rule.Values.IsEmpty ? Without(rule) : With(rule);
    }
}

/// <summary>A track that was found.</summary>
/// <param name="Row">The track as a line of results.</param>
/// <param name="Text">How well the words match, 0 to 1 of the best; null where none were typed.</param>
/// <param name="Taste">How near it is to the taste asked for, 0 to 1 of the nearest; null where none is asked for or known.</param>
public sealed record FoundTrack(TrackRow Row, double? Text, double? Taste);

/// <summary>A value that can be chosen, and how many tracks would be left with it.</summary>
/// <param name="Value">The value; empty for unknown.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tracks">Tracks among those that the other conditions leave.</param>
public sealed record FacetValue(string Value, string Name, int Tracks);

/// <summary>What was found.</summary>
/// <param name="Items">The tracks asked for, behind those passed over.</param>
/// <param name="Total">How many tracks there are in all.</param>
/// <param name="Facets">Values to choose from, the most frequent first.</param>
/// <param name="Corrections">Words that were looked for too.</param>
/// <param name="Indexing">Tracks whose words cannot be found yet because they are still being indexed.</param>
/// <param name="Took">How long it took.</param>
public sealed record SearchAnswer(
    IReadOnlyList<FoundTrack> Items,
    int Total,
    IReadOnlyDictionary<Category, IReadOnlyList<FacetValue>> Facets,
    IReadOnlyList<Correction> Corrections,
    int Indexing,
    TimeSpan Took);
