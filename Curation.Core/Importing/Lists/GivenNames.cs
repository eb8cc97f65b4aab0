using Curation.Core.Matching;

namespace Curation.Core.Importing.Lists;

/// <summary>Makes wanted tracks of fields that a file names.</summary>
internal static class GivenNames
{
    private const int LongestName = 600;
    private const int LongestMs = 86_400_000;

    /// <summary>A track of named fields; null where they name nothing to look for.</summary>
    public static WantedTrack? Of(int line, string? title, string? artist, int? durationMs, IEnumerable<string> identifiers, string? location, string? ownAddress)
    {
        (title, artist) = (Cut(title), Cut(artist));
        var text = (artist, title) switch { (null, null) => Cut(location) ?? "", (null, _) => title!, (_, null) => artist!, _ => $"{artist} - {title}" };
        var wanted = new WantedTrack(line, text) { DurationMs = durationMs is > 0 and <= LongestMs ? durationMs : null };
        foreach (var identifier in identifiers.Take(20)) wanted = PastedText.Identified(wanted, Cut(identifier) ?? "", ownAddress);
        if (title is not null && artist is not null) return wanted with { Readings = [new TitleReading(title, artist), .. artist.Length == 0 ? [] : new[] { new TitleReading(title, null) }] };
        if (title is not null) return wanted with { Readings = PastedText.Line(line, title, ownAddress).Readings };
        if (location is not null && FileNames.Of(location) is { Count: > 0 } readings) return wanted with { Readings = readings };
        return wanted is { Mbid: null, Isrc: null, Track: null, Unread: null } ? null : wanted;
    }

    /// <summary>The text on one line and bounded; null where there is none.</summary>
    private static string? Cut(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = string.Concat(text.Take(LongestName).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length == 0 ? null : line;
    }
}
