using Curation.Core.Catalog;

namespace Curation.Core.Matching;

/// <summary>A track as the matcher compares it.</summary>
/// <param name="Facts">The track.</param>
/// <param name="Title">Its title folded.</param>
/// <param name="Core">Its title folded without what names a version.</param>
/// <param name="Artists">The credit and each credited artist, folded.</param>
/// <param name="Version">Words that say which version it is.</param>
internal sealed record MatchRow(TrackFacts Facts, string Title, string Core, string[] Artists, IReadOnlyList<string> Version);

/// <summary>A catalogue made ready to be matched against. Immutable; safe for many readers.</summary>
public sealed class MatchIndex
{
    private readonly Dictionary<string, int> byIsrc = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, int> byMbid = [];
    private readonly Dictionary<TrackId, int> byTrack = [];

    /// <summary>Indexes a catalogue; of tracks with the same name the one with the larger <paramref name="standing"/> comes first.</summary>
    public MatchIndex(Catalogue catalogue, Func<TrackId, double>? standing = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var ordered = catalogue.Tracks.OrderByDescending(track => standing?.Invoke(track.Id) ?? 0).ThenBy(track => track.Id);
        var folded = catalogue.ArtistNames.ToDictionary(pair => pair.Key, pair => Folded.Artist(pair.Value));
        Rows = [.. ordered.Select(track => Row(track, folded))];
        for (var row = 0; row < Rows.Length; row++)
        {
            byTrack[Rows[row].Facts.Id] = row;
            if (Rows[row].Facts.Isrc is { } isrc) byIsrc.TryAdd(isrc, row);
            if (Rows[row].Facts.Mbid is { } mbid) byMbid.TryAdd(mbid, row);
        }

        Titles = new NameIndex(Rows.SelectMany((row, number) => row.Core == row.Title ? [(row.Core, number)] : (IEnumerable<(string, int)>)[(row.Core, number), (row.Title, number)]));
        Artists = new NameIndex(Rows.SelectMany((row, number) => row.Artists.Select(artist => (artist, number))));
    }

    internal MatchRow[] Rows { get; }

    /// <summary>Titles, with and without what names a version.</summary>
    internal NameIndex Titles { get; }

    /// <summary>Credits and the names in them.</summary>
    internal NameIndex Artists { get; }

    internal int? Find(TrackId track) => byTrack.TryGetValue(track, out var row) ? row : null;

    internal int? Find(Guid mbid) => byMbid.TryGetValue(mbid, out var row) ? row : null;

    internal int? Find(string isrc) => byIsrc.TryGetValue(isrc, out var row) ? row : null;

    private static MatchRow Row(TrackFacts track, Dictionary<ArtistId, string> folded)
    {
        string[] artists = [Folded.Artist(track.ArtistLine), .. track.Artists.Select(artist => folded.GetValueOrDefault(artist, ""))];
        return new MatchRow(track, Folded.Of(track.Title), Folded.Core(track.Title), [.. artists.Where(artist => artist.Length > 0).Distinct(StringComparer.Ordinal)], VersionWords.In(track.Title));
    }
}
