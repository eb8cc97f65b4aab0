using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Curation.Core.Matching;
using Curation.Core.Playlists;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads M3U and M3U8, extended or bare, with the comments in which a draft stands.</summary>
internal static partial class M3uList
{
    public static GivenList Read(string text, string? ownAddress)
    {
        var (tracks, passed) = (new List<GivenTrack>(), new List<PassedLine>());
        string? title = null, head = null, seed = null;
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, raw) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0) continue;
            if (line[0] != '#')
            {
                if (Track(i + 1, said, line, ownAddress) is { } track) tracks.Add(track);
                else passed.Add(new PassedLine(i + 1, line, "an address without a name"));
                said.Clear();
            }
            else if (Tag().Match(line) is { Success: true } tag)
            {
                var (name, value) = (tag.Groups["name"].Value.ToUpperInvariant(), tag.Groups["value"].Value.Trim());
                if (name == "#PLAYLIST") title = value;
                else if (name == "#CURATION-DRAFT") head = value;
                else if (name == "#CURATION-SEED") seed = value;
                else said[name] = value;
            }
        }

        return new GivenList { Format = "M3U", Tracks = tracks, Passed = passed, Title = string.IsNullOrWhiteSpace(title) ? null : title, Draft = DraftParts.ReadHead(head), Seed = Word(seed) };
    }

    private static GivenTrack? Track(int line, Dictionary<string, string> said, string location, string? ownAddress)
    {
        var info = Info().Match(said.GetValueOrDefault("#EXTINF", ""));
        int? duration = double.TryParse(info.Groups["seconds"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400 ? (int)(seconds * 1000) : null;
        var identifiers = said.GetValueOrDefault("#CURATION-IDS", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = info.Groups["name"].Value.Trim();
        var artist = said.GetValueOrDefault("#EXTART");
        var wanted = GivenNames.Of(line, name, artist, duration, identifiers, location, ownAddress);
        if (wanted is null) return null;
        if (name.Length > 0 && FileNames.Of(location) is { Count: > 0 } files) wanted = wanted with { Readings = [.. wanted.Readings, .. files.Where(reading => reading.Artist is not null)] };
        return new GivenTrack(wanted) { Entry = DraftParts.ReadEntry(said.GetValueOrDefault("#CURATION-ENTRY")) };
    }

    private static string? Word(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<string>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?<name>#[A-Za-z][A-Za-z-]*):(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?<seconds>-?\d+(?:\.\d+)?)(?:\s+[^,""]*(?:""[^""]*""[^,""]*)*)?,(?<name>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Info();
}
