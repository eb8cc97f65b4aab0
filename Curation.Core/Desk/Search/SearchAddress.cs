using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Desk.Search;

/// <summary>Writes a search as the part of an address behind the question mark, and reads it back, so that every search is a link.</summary>
public static class SearchAddress
{
    private const string Unknown = "unknown";

    /// <summary>The search as "q=night&amp;genre=3,7&amp;tempo=90-120".</summary>
    public static string Write(SearchAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var parts = new List<(string Key, string Value)>();
        if (!string.IsNullOrWhiteSpace(ask.Text)) parts.Add(("q", ask.Text.Trim()));
        parts.AddRange(ask.Filters.Rules.Select(Part).OfType<(string, string)>());
        if (ask.Like.Count > 0) parts.Add(("like", string.Join(',', ask.Like)));
        if (ask.Order != SearchOrder.Best) parts.Add(("sort", Named(ask.Order)));
        return string.Join('&', parts.Select(part => $"{part.Key}={Escaped(part.Value)}"));
    }

    /// <summary>The search of an address; parts that mean nothing are left out.</summary>
    public static SearchAsk Read(string? query)
    {
        var parts = (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .Select(part => (Key: part[0], Value: Uri.UnescapeDataString(part[1].Replace('+', ' ')))).ToList();
        return new SearchAsk
        {
            Text = parts.Find(part => part.Key == "q").Value ?? "",
            Filters = new Rule.Group(Match.All, [.. parts.Select(part => Condition(part.Key, part.Value)).OfType<Rule>().DistinctBy(Slot)]),
            Like = [.. (parts.Find(part => part.Key == "like").Value ?? "").Split(',').Select(Number).OfType<int>().Distinct().Take(20).Select(id => new TrackId(id))],
            Order = Enum.TryParse<SearchOrder>(parts.Find(part => part.Key == "sort").Value, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : SearchOrder.Best,
        };
    }

    /// <summary>What a condition takes the place of: there is one for each category, measure and kind.</summary>
    public static string Slot(Rule rule) => Part(rule)?.Key ?? "";

    private static (string Key, string Value)? Part(Rule rule) => rule switch
    {
        Rule.IsOneOf one => (Named(one.Category) + (one.Not ? "-not" : ""), string.Join(',', one.Values.Select(value => value.Length == 0 ? Unknown : value))),
        Rule.IsBetween between => (Named(between.Measure), $"{Said(between.From)}-{Said(between.To)}{(between.OrUnknown ? "~" : "")}"),
        Rule.KeyFits fits => ("goes", fits.Key),
        Rule.ReleasedWithin within => ("months", Said(within.Months)),
        Rule.NotUsedFor rested => ("rested", Said(rested.Weeks)),
        _ => null,
    };

    private static Rule? Condition(string key, string value)
    {
        if (key == "goes") return MusicalKey.TryParse(value, out var fits) ? new Rule.KeyFits(fits.ToString()) : null;
        if (key == "months") return Number(value) is >= 1 and <= 1_200 and var months ? new Rule.ReleasedWithin(months) : null;
        if (key == "rested") return Number(value) is >= 1 and <= 520 and var weeks ? new Rule.NotUsedFor(weeks) : null;
        var (name, not) = key.EndsWith("-not", StringComparison.Ordinal) ? (key[..^4], true) : (key, false);
        if (Parsed<Category>(name) is { } category) return new Rule.IsOneOf(category, [.. value.Split(',').Take(200).Select(one => one == Unknown ? "" : one).Distinct(StringComparer.Ordinal)], not);
        return Parsed<Measure>(name) is { } measure ? Range(measure, value) : null;
    }

    private static Rule.IsBetween? Range(Measure measure, string value)
    {
        var ends = value.TrimEnd('~').Split('-');
        if (ends.Length != 2) return null;
        var (from, to) = (Real(ends[0]), Real(ends[1]));
        return from is null && to is null && !value.EndsWith('~') ? null : new Rule.IsBetween(measure, from, to, value.EndsWith('~'));
    }

    private static T? Parsed<T>(string name)
        where T : struct, Enum => name.Length > 0 && char.IsAsciiLetter(name[0]) && Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string Named<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Escaped(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);

    private static string Said(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Real(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
