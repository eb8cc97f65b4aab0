using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>A track behind a figure.</summary>
/// <param name="Id">The track.</param>
/// <param name="Title">Its title.</param>
/// <param name="ArtistLine">Its artists as printed.</param>
/// <param name="Places">Places it has on all lists.</param>
/// <param name="Share">Its part of all exposure, as far as it is the figure's.</param>
public sealed record TrackBehind(TrackId Id, string Title, string ArtistLine, int Places, double Share);

/// <summary>An artist behind a figure.</summary>
/// <param name="Id">The artist.</param>
/// <param name="Name">The name.</param>
/// <param name="Tracks">Tracks of theirs that are shown.</param>
/// <param name="Share">Their part of all exposure, as far as it is the figure's.</param>
public sealed record ArtistBehind(ArtistId Id, string Name, int Tracks, double Share);

/// <summary>Who is behind a figure, the most exposed first.</summary>
/// <param name="Tracks">The tracks.</param>
/// <param name="Artists">The artists.</param>
public sealed record FigureBehind(IReadOnlyList<TrackBehind> Tracks, IReadOnlyList<ArtistBehind> Artists)
{
    /// <summary>Whose lists these are, where the figure is of a group of listeners.</summary>
    public ListenersBehind? Listeners { get; init; }
}

/// <summary>The listeners behind a figure of a group.</summary>
/// <param name="InGroup">Listeners of the group whose lists were made to open it.</param>
/// <param name="Made">Listeners whose lists were made: everybody, or where there are many a sample.</param>
/// <param name="Population">Listeners there are.</param>
/// <param name="AsMeasured">Whether the lists come from the same revision, policy and model as the figure.</param>
public sealed record ListenersBehind(int InGroup, int Made, int Population, bool AsMeasured);

/// <summary>Opens a figure to the tracks and artists behind it, and that of a group of listeners to how many they are and what they get.</summary>
public sealed class OpenFigure(Store store, CurrentModel current, CurrentMeter meter, SimulateAudience simulate)
{
    /// <summary>Whether a figure is of a group of listeners.</summary>
    public static bool IsOfListeners(MeasureKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Group.Length > 0 && ListenerDimensions.Names.Contains(key.Dimension);
    }

    /// <summary>Who is behind a figure; everything that is shown, where it is not of one group.</summary>
    /// <param name="playlist">The playlist.</param>
    /// <param name="tracks">What single tracks got of the lists that were measured.</param>
    /// <param name="key">The figure.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<FigureBehind> Run(PlaylistId playlist, IReadOnlyList<AssessedTrack> tracks, MeasureKey key, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(key);
        var meters = await meter.Get(await current.Get(cancel), cancel);
        return Named(await Find(meters.Ground.Rows, meters.All[0].Dimensions, playlist, tracks, key, cancel), meters.Ground.Rows.Catalogue);
    }

    /// <summary>What a group of listeners gets, by the lists of the sample, which are made anew: what was kept of a measurement does not say whose lists were whose.</summary>
    /// <param name="measured">What the figure was measured on.</param>
    /// <param name="key">The figure, one that <see cref="IsOfListeners"/>.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RefusedException">The recipe cannot be followed.</exception>
    public async Task<FigureBehind> OfListeners(ListOrigin measured, MeasureKey key, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(key);
        var revision = await store.Read(db => db.Revisions.SingleAsync(row => row.Id == measured.Revision, cancel), cancel);
        var snapshot = await current.Get(cancel);
        var meters = await meter.Get(snapshot, cancel);
        return await Task.Run(async () =>
        {
            var simulation = await simulate.Sample(snapshot, revision, cancel);
            var members = meters.All[0].MembersOf(MeasureSimulation.AudienceOf(simulation.Audience), key.Dimension, key.Group);
            var book = BookOf(meters.Ground.Rows, meters.All[0].Dimensions, AssessedTrack.Of(simulation.Lists.Only(members)), WeightOf(key.Measure));
            return Named(book.All(), meters.Ground.Rows.Catalogue) with { Listeners = new(members.Length, simulation.Lists.Count, simulation.Audience.Population, simulation.Origin == measured) };
        }, cancel);
    }

    private async Task<Behind> Find(CatalogueRows rows, IReadOnlyList<Dimension> dimensions, PlaylistId playlist, IReadOnlyList<AssessedTrack> tracks, MeasureKey key, CancellationToken cancel)
    {
        var weight = WeightOf(key.Measure);
        switch (key.Measure.Split('@')[0])
        {
            case Measures.ArtistsGained:
                var before = await LiveTracks(playlist, cancel);
                return Without(BookOf(rows, dimensions, tracks, weight), rows, before);
            case Measures.ArtistsLost:
                var live = (await LiveTracks(playlist, cancel)).Select(track => new AssessedTrack(track, 1, 1, 1, 1)).ToList();
                return Without(BookOf(rows, dimensions, live, weight), rows, [.. tracks.Select(row => row.Track)]);
            default:
                var book = BookOf(rows, dimensions, tracks, weight);
                return key.Group.Length > 0 && dimensions.Any(dimension => dimension.Name == key.Dimension) ? book.Of(key.Dimension, key.Group) : book.All();
        }
    }

    private static FigureBehind Named(Behind behind, Catalogue catalogue) => new(
        [.. behind.Tracks.Select(row => new TrackBehind(row.Track, catalogue.Find(row.Track)!.Title, catalogue.Find(row.Track)!.ArtistLine, row.Places, row.Share))],
        [.. behind.Artists.Select(row => new ArtistBehind(row.Artist, catalogue.ArtistNames.GetValueOrDefault(row.Artist, "?"), row.Tracks, row.Share))]);

    private static PositionWeight WeightOf(string measure) => measure.Split('@') is [_, var name] ? PositionWeight.Named(name) : PositionWeight.Log;

    private static ExposureBook BookOf(CatalogueRows rows, IReadOnlyList<Dimension> dimensions, IReadOnlyList<AssessedTrack> tracks, PositionWeight weight)
    {
        var (exposure, places) = (new double[rows.Count], new int[rows.Count]);
        foreach (var track in tracks)
        {
            if (rows.RowOf(track.Track) is >= 0 and var row) (exposure[row], places[row]) = (track.Under(weight), track.Lists);
        }

        return new ExposureBook(rows, dimensions, exposure, places, tracks.Sum(track => track.Under(weight)));
    }

    /// <summary>The artists of a book who have no track among the others, and their tracks.</summary>
    private static Behind Without(ExposureBook book, CatalogueRows rows, HashSet<TrackId> others)
    {
        var there = others.Select(rows.RowOf).Where(row => row >= 0).SelectMany(row => rows.Tracks[row].Artists).ToHashSet();
        var all = book.All();
        var artists = all.Artists.Where(row => !there.Contains(row.Artist)).ToList();
        var theirs = artists.Select(row => row.Artist).ToHashSet();
        return new Behind([.. all.Tracks.Where(row => rows.Tracks[rows.RowOf(row.Track)].Artists.Any(theirs.Contains))], artists);
    }

    /// <summary>The tracks of all lists of the live edition.</summary>
    private Task<HashSet<TrackId>> LiveTracks(PlaylistId playlist, CancellationToken cancel) => store.Read(async db =>
    {
        var live = await db.Playlists.Where(row => row.Id == playlist).Select(row => row.LiveEdition).SingleOrDefaultAsync(cancel);
        return live == 0 ? [] : await LiveLists.TracksOf(db, live, cancel);
    }, cancel);
}
