using System.Globalization;
using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>Which field of a line is the user, the item, the weight and the time; -1 for what the lines do not say.</summary>
internal readonly record struct InteractionColumns(int User, int Item, int Weight, int Time)
{
    private const long Milliseconds = 100_000_000_000;
    private const long OldestSeconds = 100_000_000;

    private static readonly string[] Users = ["user", "userid", "uid", "listener", "listenerid"];
    private static readonly string[] Items = ["item", "itemid", "iid", "sid", "track", "trackid", "song", "songid", "artist", "artistid", "movieid"];
    private static readonly string[] Weights = ["weight", "count", "plays", "playcount", "rating"];
    private static readonly string[] Times = ["time", "timestamp", "at", "playedat", "date", "day"];

    /// <summary>Lines without a header: user, item, perhaps a weight and a time.</summary>
    public static InteractionColumns Usual { get; } = new(0, 1, 2, 3);

    /// <summary>The columns that a header names; null where the line is none. A line of three words without a digit is a header in the usual order.</summary>
    public static InteractionColumns? OfHeader(IReadOnlyList<string> fields)
    {
        var folded = fields.Select(field => field.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()).ToList();
        var (user, item) = (folded.FindIndex(Users.Contains), folded.FindIndex(Items.Contains));
        if (user >= 0 && item >= 0) return new(user, item, folded.FindIndex(Weights.Contains), folded.FindIndex(Times.Contains));
        return fields.Count == 3 && !fields.Any(field => field.Any(char.IsAsciiDigit)) ? Usual : null;
    }

    /// <summary>Reads Unix seconds, Unix milliseconds, or a day or moment as ISO 8601 writes it; UTC where no zone is given.</summary>
    public static bool TryTime(ReadOnlySpan<char> field, out long at)
    {
        at = ListeningLog.NoTime;
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            if (!(Math.Abs(number) < 1e15)) return false;
            at = (long)(Math.Abs(number) >= Milliseconds ? number : number * 1000);
            return true;
        }

        if (!DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return false;
        at = moment.ToUnixTimeMilliseconds();
        return true;
    }

    /// <summary>Whether a fourth field that no header names can be taken for a time rather than for one more item.</summary>
    public static bool LooksLikeTime(ReadOnlySpan<char> field) => TryTime(field, out var at) && Math.Abs(at) / 1000 >= OldestSeconds;
}
