using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Assessing;

/// <summary>One track behind a figure.</summary>
/// <param name="Track">The track.</param>
/// <param name="Places">Places it has on all lists.</param>
/// <param name="Share">Its part of all exposure, as far as it is the group's.</param>
public sealed record TrackShown(TrackId Track, int Places, double Share);

/// <summary>One artist behind a figure.</summary>
/// <param name="Artist">The artist.</param>
/// <param name="Tracks">Tracks of theirs that are shown.</param>
/// <param name="Share">Their part of all exposure, as far as it is the group's.</param>
public sealed record ArtistShown(ArtistId Artist, int Tracks, double Share);

/// <summary>Who is behind a figure, the most exposed first.</summary>
/// <param name="Tracks">The tracks.</param>
/// <param name="Artists">The artists, each with their part of their tracks' credits.</param>
public sealed record Behind(IReadOnlyList<TrackShown> Tracks, IReadOnlyList<ArtistShown> Artists);

/// <summary>How much exposure each track had on the measured lists: what figures open to. Immutable.</summary>
public sealed class ExposureBook
{
    private readonly CatalogueRows rows;
    private readonly IReadOnlyList<Dimension> dimensions;
    private readonly double[] exposure;
    private readonly int[] places;
    private readonly double whole;

    internal ExposureBook(CatalogueRows rows, IReadOnlyList<Dimension> dimensions, double[] exposure, int[] places, double whole)
    {
        this.rows = rows;
        this.dimensions = dimensions;
        this.exposure = exposure;
        this.places = places;
        this.whole = whole;
        Artists = new double[rows.ArtistCount];
        Shown = Array.ConvertAll(places, many => many > 0);
        ShownArtists = new bool[rows.ArtistCount];
        for (var row = 0; row < exposure.Length; row++)
        {
            if (places[row] == 0) continue;
            var credits = rows.CreditsOf(row);
            foreach (var artist in credits)
            {
                Artists[artist] += exposure[row] / credits.Length;
                ShownArtists[artist] = true;
            }
        }
    }

    /// <summary>Exposure of each track, by row.</summary>
    internal double[] Tracks => exposure;

    /// <summary>Exposure of each artist, by number.</summary>
    internal double[] Artists { get; }

    /// <summary>Whether each track is on any list, by row.</summary>
    internal bool[] Shown { get; }

    /// <summary>Whether each artist is on any list, by number.</summary>
    internal bool[] ShownArtists { get; }

    /// <summary>Everything that was shown.</summary>
    public Behind All() => Open((_, _) => 1);

    /// <summary>What was shown of a group; of a track by several artists only those of the group, where the dimension tells artists apart.</summary>
    /// <exception cref="ArgumentException">There is no such dimension.</exception>
    public Behind Of(string dimension, string group)
    {
        var found = dimensions.FirstOrDefault(other => other.Name == dimension) ?? throw new ArgumentException($"There is no dimension \"{dimension}\".", nameof(dimension));
        var number = found.Find(group);
        return number < 0 ? new([], []) : Open((row, credit) => found.PartOf(row, credit, number));
    }

    /// <summary>Opens to what a part of each credit's exposure is above 0 of.</summary>
    private Behind Open(Func<int, int, double> part)
    {
        var tracks = new List<TrackShown>();
        var artists = new Dictionary<int, (int Tracks, double Share)>();
        for (var row = 0; row < exposure.Length; row++)
        {
            if (places[row] == 0) continue;
            var credits = rows.CreditsOf(row);
            var (each, sum) = (whole > 0 ? exposure[row] / whole / credits.Length : 0, 0.0);
            for (var credit = 0; credit < credits.Length; credit++)
            {
                if (!(part(row, credit) is > 0 and var of)) continue;
                sum += each * of;
                var (count, share) = artists.GetValueOrDefault(credits[credit]);
                artists[credits[credit]] = (count + 1, share + (each * of));
            }

            if (sum > 0) tracks.Add(new(rows.Index[row], places[row], sum));
        }

        return new(
            [.. tracks.OrderByDescending(track => track.Share).ThenBy(track => track.Track)],
            [.. artists.Select(pair => new ArtistShown(rows.Artists[pair.Key], pair.Value.Tracks, pair.Value.Share)).OrderByDescending(artist => artist.Share).ThenBy(artist => artist.Artist.Value)]);
    }
}
