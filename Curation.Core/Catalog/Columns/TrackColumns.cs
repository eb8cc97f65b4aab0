namespace Curation.Core.Catalog.Columns;

/// <summary>What columns are made from beside the catalogue.</summary>
/// <param name="Plays">Plays of a track by everyone.</param>
/// <param name="Tier">The tier of a track: "head", "middle" or "tail".</param>
/// <param name="Tags">Tags of a track.</param>
public sealed record ColumnSources(Func<TrackId, double> Plays, Func<TrackId, string> Tier, Func<TrackId, IEnumerable<string>> Tags);

/// <summary>The attributes of every track as columns, so that filtering a whole catalogue is a run over arrays. Immutable; a row is a track's place by id.</summary>
public sealed class TrackColumns
{
    private readonly TrackFacts[] tracks;
    private readonly Dictionary<TrackId, int> rows;
    private readonly CategoryColumn[] categories;
    private readonly float[][] measures;
    private readonly int[] released;
    private readonly double[] plays;
    private readonly Lazy<string[]> texts;

    /// <summary>Columns of a catalogue.</summary>
    public TrackColumns(Catalogue catalogue, ColumnSources sources)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(sources);
        tracks = [.. catalogue.Tracks.OrderBy(track => track.Id)];
        rows = tracks.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
        plays = Array.ConvertAll(tracks, track => sources.Plays(track.Id));
        released = Array.ConvertAll(tracks, track => track.ReleasedOn?.DayNumber ?? -1);
        categories = Array.ConvertAll(Enum.GetValues<Category>(), category => new CategoryColumn(tracks.Length, row => Named(category, tracks[row], catalogue, sources)));
        var ranks = Percentiles(plays);
        measures = Array.ConvertAll(Enum.GetValues<Measure>(), measure => Enumerable.Range(0, tracks.Length).Select(row => Measured(measure, tracks[row], ranks[row])).ToArray());
        texts = new(() => Array.ConvertAll(tracks, track => ArtistKey.Fold($"{track.Title} {track.ArtistLine}")));
    }

    /// <summary>Columns of nothing.</summary>
    public static TrackColumns Empty { get; } = new(Catalogue.Empty, new ColumnSources(_ => 0, _ => "tail", _ => []));

    /// <summary>Number of rows.</summary>
    public int Count => tracks.Length;

    /// <summary>The track of a row.</summary>
    public TrackFacts this[int row] => tracks[row];

    /// <summary>The column of a category.</summary>
    public CategoryColumn this[Category category] => categories[(int)category];

    /// <summary>The column of a measure; what is unknown is not a number.</summary>
    public ReadOnlySpan<float> this[Measure measure] => measures[(int)measure];

    /// <summary>Title and credit of a row, folded; made when they are first asked for.</summary>
    public string TextOf(int row) => texts.Value[row];

    /// <summary>Plays of a row by everyone.</summary>
    public double PlaysOf(int row) => plays[row];

    /// <summary>Day number of first release, or -1 where unknown.</summary>
    public int ReleasedOn(int row) => released[row];

    /// <summary>The row of a track, or -1.</summary>
    public int RowOf(TrackId track) => rows.GetValueOrDefault(track, -1);

    /// <summary>Rows whose measure lies between two values, both included; with <paramref name="unknown"/> also those of which it is not known. Without ends: those of which it is known, or with <paramref name="unknown"/> only those of which it is not.</summary>
    public RowSet Between(Measure measure, double? from, double? to, bool unknown)
    {
        var column = measures[(int)measure];
        var (least, most) = ((float)(from ?? double.NegativeInfinity), (float)(to ?? double.PositiveInfinity));
        var none = unknown && from is null && to is null;
        var found = new RowSet(column.Length);
        for (var row = 0; row < column.Length; row++)
        {
            var value = column[row];
            if (float.IsNaN(value) ? unknown : value >= least && value <= most && !none) found.Add(row);
        }

        return found;
    }

    private static IEnumerable<string> Named(Category category, TrackFacts track, Catalogue catalogue, ColumnSources sources) => category switch
    {
        Category.Genre => track.Genres.Select(genre => genre.ToString()),
        Category.Key => [track.Features.Key?.ToString() ?? ""],
        Category.Explicit => [track.Explicit ? "yes" : "no"],
        Category.Language => [track.Language ?? ""],
        Category.Country => [track.Artists.Count == 0 ? "" : catalogue.Artists.GetValueOrDefault(track.Artists[0]).Country ?? ""],
        Category.Tier => [sources.Tier(track.Id)],
        Category.Artist => track.Artists.Select(artist => artist.ToString()),
        _ => sources.Tags(track.Id),
    };

    private static float Measured(Measure measure, TrackFacts track, float rank) => measure switch
    {
        Measure.Year => track.ReleasedOn?.Year ?? float.NaN,
        Measure.Tempo => (float)(track.Features.Tempo ?? double.NaN),
        Measure.Energy => (float)(track.Features.Energy ?? double.NaN),
        Measure.Valence => (float)(track.Features.Valence ?? double.NaN),
        Measure.Length => track.DurationMs is { } length ? length / 60_000f : float.NaN,
        _ => rank,
    };

    /// <summary>The share of tracks, in hundredths, that are played less.</summary>
    private static float[] Percentiles(double[] plays)
    {
        var sorted = plays.Order().ToArray();
        return Array.ConvertAll(plays, count => plays.Length < 2 ? 100f : 100f * Below(sorted, count) / (plays.Length - 1));
    }

    private static int Below(double[] sorted, double count)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < count) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
