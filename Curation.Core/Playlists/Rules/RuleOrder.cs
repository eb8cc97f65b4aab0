using System.Text.Json.Serialization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Playlists.Rules;

/// <summary>Which of the tracks that fit a rule come first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleOrder>))]
public enum RuleOrder
{
    /// <summary>Those most like the rest of the playlist, then the most played.</summary>
    BestFit,

    /// <summary>The most played.</summary>
    MostPlayed,

    /// <summary>The newest; tracks of unknown day last.</summary>
    Newest,

    /// <summary>Any, but the same for the same seed.</summary>
    Random,
}

/// <summary>Puts rows into an order and takes the first.</summary>
public static class RuleOrders
{
    /// <summary>The first <paramref name="count"/> tracks of a set; ties by track id.</summary>
    /// <param name="columns">The columns that the set is of.</param>
    /// <param name="rows">The set.</param>
    /// <param name="order">The order.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of a random order.</param>
    /// <param name="fit">How well a row fits the playlist, for the best fit; without it only plays count.</param>
    public static IReadOnlyList<TrackId> First(TrackColumns columns, RowSet rows, RuleOrder order, int count, int seed = 0, Func<int, double>? fit = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Func<int, double> key = order switch
        {
            RuleOrder.BestFit when fit is not null => fit,
            RuleOrder.Newest => row => columns.ReleasedOn(row),
            RuleOrder.Random => row => Shuffled(seed, columns[row].Id.Value),
            _ => columns.PlaysOf,
        };
        return [.. rows.Each().Select(row => (Row: row, Key: key(row))).OrderByDescending(pair => pair.Key).ThenByDescending(pair => order == RuleOrder.Random ? 0 : columns.PlaysOf(pair.Row)).ThenBy(pair => pair.Row).Take(count).Select(pair => columns[pair.Row].Id)];
    }

    /// <summary>A number that looks random but is always the same for a seed and a track (the finaliser of SplitMix64, Steele, Lea, Flood 2014).</summary>
    private static double Shuffled(int seed, int track)
    {
        unchecked
        {
            var mixed = ((ulong)(uint)seed << 32 | (uint)track) + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (mixed ^ (mixed >> 31)) >> 11;
        }
    }
}
