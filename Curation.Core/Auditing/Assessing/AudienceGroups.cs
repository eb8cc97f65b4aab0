using Curation.Core.Auditing.Dimensions;

namespace Curation.Core.Auditing.Assessing;

/// <summary>A way to tell listeners apart.</summary>
/// <param name="Name">Its name, which starts with "listener" so that no dimension of tracks is meant.</param>
/// <param name="Groups">Names of the groups; "unknown" first.</param>
/// <param name="Of">The group of each listener.</param>
internal sealed record AudienceGroups(string Name, string[] Groups, int[] Of)
{
    /// <summary>By age band and region as given, by how much they have played, and by how common what they play is.</summary>
    public static IReadOnlyList<AudienceGroups> All(Audience audience, HeardRows heard, MeasuringOptions options) =>
    [
        Named(ListenerDimensions.Age, audience.Count, row => audience.Facts[row].AgeBand),
        Named(ListenerDimensions.Region, audience.Count, row => audience.Facts[row].Region),
        ByActivity(heard, options),
        ByTaste(heard, options),
    ];

    private static AudienceGroups ByActivity(HeardRows heard, MeasuringOptions options)
    {
        var heavy = Quantile(heard.Plays.Where(plays => plays >= options.NewBelow), 1 - options.Extreme);
        return Named(ListenerDimensions.Activity, heard.Plays.Length, row => heard.Plays[row] < options.NewBelow ? "new" : heard.Plays[row] >= heavy ? "heavy" : "regular");
    }

    private static AudienceGroups ByTaste(HeardRows heard, MeasuringOptions options)
    {
        var known = heard.Information.Where(bits => !double.IsNaN(bits)).ToArray();
        var (low, high) = (Quantile(known, options.Extreme), Quantile(known, 1 - options.Extreme));
        return Named(ListenerDimensions.Taste, heard.Plays.Length, row => heard.Information[row] switch
        {
            double.NaN => null,
            var bits when bits >= high && high > low => "niche",
            var bits when bits <= low => "mainstream",
            _ => "in between",
        });
    }

    private static AudienceGroups Named(string name, int count, Func<int, string?> group)
    {
        var values = Enumerable.Range(0, count).Select(row => string.IsNullOrWhiteSpace(group(row)) ? Dimension.Unknown : group(row)!.Trim()).ToArray();
        string[] groups = [Dimension.Unknown, .. values.Where(value => value != Dimension.Unknown).Distinct().Order(StringComparer.Ordinal)];
        var numbers = groups.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return new(name, groups, Array.ConvertAll(values, value => numbers[value]));
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.PositiveInfinity : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
