using System.CommandLine;
using System.Globalization;

namespace Curation.Web.Commands;

/// <summary>The options that commands tune with: whether, and for how long.</summary>
internal static class TimeBudget
{
    /// <summary>Whether settings are searched.</summary>
    public static Option<bool> Tune() => new("--tune") { Description = "Searches settings on a validation part of the training data first; the test part is not looked at." };

    /// <summary>For how long.</summary>
    public static Option<TimeSpan> Budget(string usual) => new("--budget")
    {
        Description = "Time for --tune, such as 90s, 10m or 2h.",
        DefaultValueFactory = _ => Read(usual)!.Value,
        CustomParser = result =>
        {
            if (Read(result.Tokens[0].Value) is { } budget) return budget;
            result.AddError($"--budget takes a time such as 90s, 10m or 2h, of a day at most; \"{result.Tokens[0].Value}\" is none.");
            return default;
        },
    };

    private static TimeSpan? Read(string text)
    {
        var seconds = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return seconds > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * seconds is > 0 and <= 86_400
            ? TimeSpan.FromSeconds(number * seconds)
            : null;
    }
}
