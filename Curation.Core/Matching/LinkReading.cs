using System.Globalization;
using System.Text.RegularExpressions;
using Curation.Core.Catalog;

namespace Curation.Core.Matching;

/// <summary>Finds identifiers and links in a line. Nothing is fetched: a link that only its own service understands is named as such.</summary>
internal static partial class LinkReading
{
    private static readonly (string Host, string Name)[] Services =
    [
        ("spotify.", "Spotify"), ("music.apple.", "Apple Music"), ("itunes.", "Apple Music"), ("deezer.", "Deezer"), ("tidal.", "Tidal"), ("youtube.", "YouTube"), ("youtu.be", "YouTube"),
        ("soundcloud.", "SoundCloud"), ("bandcamp.", "Bandcamp"), ("amazon.", "Amazon Music"), ("qobuz.", "Qobuz"), ("last.fm", "Last.fm"), ("discogs.", "Discogs"),
    ];

    /// <summary>The line with the identifiers in it; <paramref name="rest"/> is what is left to read as names.</summary>
    public static WantedTrack Of(WantedTrack wanted, string? ownAddress, out string rest)
    {
        rest = wanted.Text;
        foreach (Match link in Link().Matches(wanted.Text))
        {
            wanted = Linked(wanted, link.Value.TrimEnd(')', ']', '>', ',', '.', ';'), ownAddress);
            rest = rest.Replace(link.Value, " ", StringComparison.Ordinal);
        }

        if (OwnPath().Match(rest) is { Success: true } own)
        {
            wanted = wanted with { Track = Number(own.Groups["id"].Value) };
            rest = rest.Remove(own.Index, own.Length);
        }

        if (Uuid().Match(rest) is { Success: true } mbid)
        {
            wanted = wanted with { Mbid = Guid.ParseExact(mbid.Value, "D") };
            rest = Label().Replace(rest.Remove(mbid.Index, mbid.Length), "");
        }

        if (Isrc().Match(rest) is { Success: true } isrc)
        {
            wanted = wanted with { Isrc = isrc.Groups["code"].Value.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() };
            rest = Label().Replace(rest.Remove(isrc.Index, isrc.Length), "");
        }

        rest = rest.Trim();
        return wanted;
    }

    private static WantedTrack Linked(WantedTrack wanted, string link, string? ownAddress)
    {
        if (link.StartsWith("spotify:", StringComparison.OrdinalIgnoreCase)) return wanted with { Unread = "a link to Spotify" };
        if (link.StartsWith("urn:curation:track:", StringComparison.Ordinal)) return wanted with { Track = Number(link[19..]) };
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address)) return wanted with { Unread = "a broken link" };
        if (address.Host.EndsWith("musicbrainz.org", StringComparison.OrdinalIgnoreCase)) return MusicBrainz(wanted, address);
        if (ownAddress is not null && Uri.TryCreate(ownAddress, UriKind.Absolute, out var own) && own.Authority == address.Authority && OwnPath().Match(address.AbsolutePath) is { Success: true } track)
            return wanted with { Track = Number(track.Groups["id"].Value) };
        var name = Services.FirstOrDefault(service => address.Host.Contains(service.Host, StringComparison.OrdinalIgnoreCase)).Name;
        return wanted with { Unread = name is null ? $"a link to {address.Host}" : $"a link to {name}" };
    }

    private static WantedTrack MusicBrainz(WantedTrack wanted, Uri address)
    {
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["recording", var id, ..] when Guid.TryParseExact(id, "D", out var mbid) => wanted with { Mbid = mbid },
            ["isrc", var code, ..] => wanted with { Isrc = code.ToUpperInvariant() },
            [var kind, ..] => wanted with { Unread = $"a link to a {kind} at MusicBrainz, not to a recording" },
            _ => wanted with { Unread = "a link to MusicBrainz" },
        };
    }

    private static TrackId? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? new TrackId(id) : null;

    [GeneratedRegex(@"(?:https?://|spotify:track:|urn:curation:track:)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|\s|(?<=^))/tracks/(?<id>\d{1,9})/?(?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnPath();

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"(?:^|(?<=[\s(\[:]))(?<code>[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5})(?=$|[\s)\],;])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Isrc();

    [GeneratedRegex(@"(?:\(|\[)?\b(?:isrc|mbid)\b\s*:?\s*(?:\)|\])?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();
}
