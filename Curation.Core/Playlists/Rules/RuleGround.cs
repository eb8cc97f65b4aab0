using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Playlists.Rules;

/// <summary>What a rule is held against.</summary>
/// <param name="Columns">The attributes of every track.</param>
/// <param name="Today">The day from which newness and use are counted.</param>
/// <param name="LastUsed">The day on which a track was last on another playlist's edition; today while the edition is live.</param>
public sealed record RuleGround(TrackColumns Columns, DateOnly Today, IReadOnlyDictionary<TrackId, DateOnly> LastUsed)
{
    /// <summary>The rows that a rule fits.</summary>
    public RowSet RowsOf(Rule rule) => rule switch
    {
        Rule.Group group => Together(group),
        Rule.IsOneOf { Values.Length: 0 } => RowSet.All(Columns.Count),
        Rule.IsOneOf one => Turned(Columns[one.Category].Having(one.Values), one.Not),
        Rule.IsBetween between => Columns.Between(between.Measure, between.From, between.To, between.OrUnknown),
        Rule.KeyFits fits => MusicalKey.TryParse(fits.Key, out var key) ? Columns[Category.Key].Having(KeyNeighbours.Of(key).Select(near => near.ToString())) : new RowSet(Columns.Count),
        Rule.ReleasedWithin within => Released(Today.AddMonths(-within.Months)),
        Rule.NotUsedFor rested => Rested(Today.AddDays(-7 * rested.Weeks)),
        Rule.HasText text => Turned(Holding(ArtistKey.Of(text.Text)), text.Not),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
    };

    private static RowSet Turned(RowSet rows, bool not) => not ? rows.Without() : rows;

    private RowSet Together(Rule.Group group)
    {
        if (group.Rules.IsEmpty) return RowSet.All(Columns.Count);
        var parts = group.Rules.Select(RowsOf);
        return group.Match switch
        {
            Match.All => parts.Aggregate((one, other) => one.And(other)),
            Match.Any => parts.Aggregate((one, other) => one.Or(other)),
            _ => parts.Aggregate((one, other) => one.Or(other)).Without(),
        };
    }

    private RowSet Released(DateOnly since) => RowSet.Where(Columns.Count, row => Columns.ReleasedOn(row) >= since.DayNumber && Columns.ReleasedOn(row) <= Today.DayNumber);

    private RowSet Rested(DateOnly since)
    {
        var used = new RowSet(Columns.Count);
        foreach (var (track, day) in LastUsed)
        {
            if (day >= since && Columns.RowOf(track) is >= 0 and var row) used.Add(row);
        }

        return used.Without();
    }

    private RowSet Holding(string text) => text.Length == 0 ? RowSet.All(Columns.Count) : RowSet.Where(Columns.Count, row => Columns.TextOf(row).Contains(text, StringComparison.Ordinal));
}

/// <summary>Which keys go together on the Camelot wheel.</summary>
public static class KeyNeighbours
{
    /// <summary>The key itself, the hours beside it in its mode, and its hour in the other mode.</summary>
    public static IReadOnlyList<MusicalKey> Of(MusicalKey key) =>
        [key, new(Hour(key.Hour + 1), key.Major), new(Hour(key.Hour - 1), key.Major), new(key.Hour, !key.Major)];

    private static int Hour(int hour) => ((hour + 11) % 12) + 1;
}
