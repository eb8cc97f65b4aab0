using System.Globalization;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Ordering;

/// <summary>Says what a position of a clock asks for.</summary>
public static class ClockWords
{
    public static string Of(ClockSlot slot)
    {
        var parts = new[]
        {
            slot.Tier switch { ClockTier.Head => "among the most played", ClockTier.Middle => "of middling popularity", ClockTier.Tail => "among the least played", _ => null },
            slot.WithinMonths is { } months ? string.Create(CultureInfo.InvariantCulture, $"released within {months} months") : null,
            slot.OlderThanYears is { } years ? string.Create(CultureInfo.InvariantCulture, $"older than {years} years") : null,
            slot.Country is { } country ? $"from {country}" : null,
            slot.Genre is not null ? "of one genre" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "any track" : string.Join(", ", parts);
    }
}
