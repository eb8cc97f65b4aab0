using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>One way to put rows, or tracks, into groups.</summary>
/// <param name="Name">What groups are told apart by, such as "region".</param>
/// <param name="Labels">The group of each row, or of each column; null where it belongs to none.</param>
public sealed record Grouping(string Name, IReadOnlyList<string?> Labels)
{
    /// <summary>The different groups, in order.</summary>
    public IReadOnlyList<string> Groups { get; } = [.. Labels.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Rows by the length of the history that is folded in: the quarter with the shortest is new, the quarter with the longest heavy.</summary>
    /// <remarks>Only tested rows are counted. Rows of one length are in one group, so that a quarter can be larger, and all can be alike.</remarks>
    public static Grouping ByHistory(Split split)
    {
        ArgumentNullException.ThrowIfNull(split);
        var tested = Enumerable.Range(0, split.HeldOut.Rows).Where(row => split.HeldOut.Row(row).Count > 0).ToArray();
        var lengths = tested.Select(row => split.History.Row(row).Count).Order().ToArray();
        var labels = new string?[split.HeldOut.Rows];
        if (lengths.Length == 0) return new("history", labels);
        var (few, many) = (lengths[(lengths.Length - 1) / 4], lengths[lengths.Length - 1 - ((lengths.Length - 1) / 4)]);
        foreach (var row in tested)
        {
            var length = split.History.Row(row).Count;
            labels[row] = few == many ? "alike" : length <= few ? $"new (up to {few} tracks)" : length >= many ? $"heavy ({many} tracks or more)" : "regular";
        }

        return new("history", labels);
    }

    /// <summary>Tracks by how much they were heard in training: head, middle, tail, and those that training never saw.</summary>
    public static Grouping ByPopularity(ListeningMatrix train, TrackIndex tracks)
    {
        var popularity = Popularity.Of(train, tracks);
        var tiers = popularity.Tiers();
        return new("popularity", [.. Enumerable.Range(0, tracks.Count).Select(row => popularity.Listeners(row) == 0 ? "never heard" : tiers[row].ToString().ToLowerInvariant())]);
    }
}
