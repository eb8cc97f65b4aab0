using Curation.Core.Catalog;
using Curation.Core.Listening;

namespace Curation.Core.Auditing.Dimensions;

/// <summary>A catalogue laid out by number, so that counting needs no look-up by id: tracks by ascending id, artists by ascending id, and who is credited on what. Immutable.</summary>
public sealed class CatalogueRows
{
    private readonly TrackFacts[] tracks;
    private readonly ArtistId[] artists;
    private readonly int[] rowById;
    private readonly int[] creditStarts;
    private readonly int[] credits;

    /// <summary>Lays out a catalogue.</summary>
    public CatalogueRows(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        Catalogue = catalogue;
        tracks = [.. catalogue.Tracks.OrderBy(track => track.Id)];
        Index = new TrackIndex(tracks.Select(track => track.Id));
        artists = [.. tracks.SelectMany(track => track.Artists).Distinct().OrderBy(artist => artist.Value)];
        rowById = Direct(tracks);
        var numbers = artists.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        creditStarts = new int[tracks.Length + 1];
        for (var row = 0; row < tracks.Length; row++) creditStarts[row + 1] = creditStarts[row] + tracks[row].Artists.Count;
        credits = [.. tracks.SelectMany(track => track.Artists.Select(artist => numbers[artist]))];
    }

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The rows' track ids.</summary>
    public TrackIndex Index { get; }

    /// <summary>Number of tracks.</summary>
    public int Count => tracks.Length;

    /// <summary>Number of artists that are credited on a track.</summary>
    public int ArtistCount => artists.Length;

    /// <summary>The tracks, by row.</summary>
    public IReadOnlyList<TrackFacts> Tracks => tracks;

    /// <summary>The credited artists, by number.</summary>
    public IReadOnlyList<ArtistId> Artists => artists;

    /// <summary>Numbers of the artists credited on a row, the main artist first.</summary>
    public ReadOnlySpan<int> CreditsOf(int row) => credits.AsSpan(creditStarts[row], creditStarts[row + 1] - creditStarts[row]);

    /// <summary>The row of a track, or -1 where the catalogue does not hold it.</summary>
    public int RowOf(TrackId track) =>
        rowById.Length == 0 ? Index.RowOf(track)
        : (uint)track.Value < (uint)rowById.Length ? rowById[track.Value] - 1
        : -1;

    /// <summary>Rows of many tracks.</summary>
    public int[] RowsOf(ReadOnlySpan<TrackId> many)
    {
        var rows = new int[many.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = RowOf(many[i]);
        return rows;
    }

    /// <summary>Row + 1 by id, where ids are close enough together for that; a store numbers its tracks from 1.</summary>
    private static int[] Direct(TrackFacts[] tracks)
    {
        if (tracks.Length == 0 || tracks[0].Id.Value < 0 || tracks[^1].Id.Value > 1_024 + (8L * tracks.Length)) return [];
        var rows = new int[tracks[^1].Id.Value + 1];
        for (var row = 0; row < tracks.Length; row++) rows[tracks[row].Id.Value] = row + 1;
        return rows;
    }
}
