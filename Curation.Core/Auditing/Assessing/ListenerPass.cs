using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Goes through listeners one after another and adds what their lists and histories say to the cells of their part. One thread's own.</summary>
internal sealed class ListenerPass
{
    /// <summary>Exposure is added up in whole numbers of this unit, so that the sum is the same in whatever order threads add.</summary>
    public const double Unit = 1.0 / (1L << 36);

    private readonly MeasuringPlan plan;
    private readonly MeasuredColumns columns;
    private readonly ListRun run;
    private readonly int[] artistHeardBy;
    private readonly double[] tasteMix;
    private readonly DirectionRun? directions;
    private readonly List<int> tasteGenres = [];

    public ListenerPass(MeasuringPlan plan)
    {
        this.plan = plan;
        columns = plan.Columns;
        run = new ListRun(plan.Table, plan.Candidates, columns);
        artistHeardBy = new int[plan.Ground.Rows.ArtistCount];
        Array.Fill(artistHeardBy, -1);
        tasteMix = new double[plan.Ground.Genre < 0 ? 0 : plan.Ground.Dimensions[plan.Ground.Genre].Groups.Count];
        directions = plan.Ground.Vectors is { } vectors ? new DirectionRun(plan, vectors) : null;
        TrackExposure = new long[plan.Ground.Rows.Count];
        TrackPlaces = new int[plan.Ground.Rows.Count];
    }

    /// <summary>Exposure of each track in units.</summary>
    public long[] TrackExposure { get; }

    /// <summary>Places of each track.</summary>
    public int[] TrackPlaces { get; }

    /// <summary>Adds one listener.</summary>
    public void Add(int listener, Span<double> cells)
    {
        var places = plan.PlacesOf(listener);
        AddPlaces(places, cells);
        AddHistory(listener, cells);
        var calibration = AddCalibration(listener, places, cells);
        var (gs, diversity, serendipity) = directions?.Add(listener, places, cells) ?? default;
        var (novelty, discovery) = AddPlain(listener, places, cells);
        var fit = plan.Measured.Fit is { } fits && !double.IsNaN(fits[listener]) ? fits[listener] : (double?)null;
        columns.Fit.Add(cells, fit);
        foreach (var (number, groups) in plan.Groups.Index())
        {
            var group = groups.Of[listener];
            columns.FitOf[number][group].Add(cells, fit);
            columns.DiversityOf[number][group].Add(cells, diversity);
            columns.CalibrationOf[number][group].Add(cells, calibration);
            columns.GsOf[number][group].Add(cells, gs);
            columns.NoveltyOf[number][group].Add(cells, novelty);
            columns.DiscoveryOf[number][group].Add(cells, discovery);
            columns.SerendipityOf[number][group].Add(cells, serendipity);
        }
    }

    /// <summary>Exposure and the divergences of every dimension.</summary>
    private void AddPlaces(ReadOnlySpan<int> places, Span<double> cells)
    {
        run.Add(places, plan.Weights, cells);
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place] is not (>= 0 and var row)) continue;
            TrackExposure[row] += (long)Math.Round(plan.Weights[place] / Unit);
            TrackPlaces[row]++;
        }
    }

    private void AddHistory(int listener, Span<double> cells)
    {
        var (rows, plays) = plan.Heard.Of(listener);
        var history = cells.Slice(columns.History, plan.Table.Groups);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || !(plays[i] > 0)) continue;
            cells[columns.HistoryWhole] += plays[i];
            foreach (var member in plan.Table.Of(rows[i])) history[member.Group] += plays[i] * member.Share;
            foreach (var artist in plan.Ground.Rows.CreditsOf(rows[i])) artistHeardBy[artist] = listener;
        }
    }

    /// <summary>How far the list's known genres are from the history's, and how far the shared list's are.</summary>
    private double? AddCalibration(int listener, ReadOnlySpan<int> places, Span<double> cells)
    {
        if (plan.Ground.Genre < 0) return null;
        foreach (var genre in tasteGenres) tasteMix[genre] = 0;
        tasteGenres.Clear();
        var whole = ReadTaste(listener);
        if (whole <= 0) return null;
        var first = plan.Table.First[plan.Ground.Genre];
        var known = places.Length - run.CountOf(first);
        double list = 0, shared = 0, held = 0;
        foreach (var genre in tasteGenres)
        {
            var share = tasteMix[genre] / whole;
            list += Calibration.Part(share, known > 1e-6 ? run.CountOf(first + genre) / known : 0);
            shared += Calibration.Part(share, plan.SharedMix[genre]);
            held += plan.SharedMix[genre];
        }

        if (held > 0 || plan.SharedMix.Sum() > 0) columns.CalibrationOfShared.Add(cells, Math.Max(0, shared));
        double? found = known > 1e-6 ? Math.Max(0, list) : null;
        columns.Calibration.Add(cells, found);
        return found;
    }

    /// <summary>Reads a listener's plays by genre and returns their sum, those of unknown genre left out.</summary>
    private double ReadTaste(int listener)
    {
        var whole = 0.0;
        var genres = plan.Ground.Dimensions[plan.Ground.Genre];
        var (rows, plays) = plan.Heard.Of(listener);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || !(plays[i] > 0)) continue;
            var groups = genres.GroupsOf(rows[i]);
            var shares = genres.SharesOf(rows[i]);
            for (var k = 0; k < groups.Length; k++)
            {
                if (groups[k] == 0) continue;
                if (tasteMix[groups[k]] == 0) tasteGenres.Add(groups[k]);
                tasteMix[groups[k]] += plays[i] * shares[k];
                whole += plays[i] * shares[k];
            }
        }

        return whole;
    }

    private void AddExplicit(ReadOnlySpan<int> places, Span<double> cells)
    {
        var (reached, unknown) = (0, 0);
        foreach (var row in places)
        {
            if (row < 0) continue;
            if (plan.Ground.Explicit[row] is not { } isExplicit) unknown++;
            else if (isExplicit) reached++;
        }

        cells[columns.Explicit] += reached;
        cells[columns.ExplicitUnknown] += unknown;
        if (reached > 0) cells[columns.ExplicitLists]++;
    }

    /// <summary>Novelty, discovery and explicit tracks.</summary>
    private (double? Novelty, double? Discovery) AddPlain(int listener, ReadOnlySpan<int> places, Span<double> cells)
    {
        if (plan.Measured.RecipeExcludesExplicit || plan.Measured.Audience.Facts[listener].ExcludesExplicit) AddExplicit(places, cells);
        var (bits, known, unheard) = (0.0, 0, 0);
        foreach (var row in places)
        {
            if (row < 0) continue;
            known++;
            bits += plan.Ground.Information[row];
            if (!Heard(row, listener)) unheard++;
        }

        double? novelty = known == 0 ? null : bits / known;
        double? discovery = known == 0 || !(plan.Heard.Plays[listener] > 0) ? null : (double)unheard / known;
        columns.Novelty.Add(cells, novelty);
        columns.Discovery.Add(cells, discovery);
        return (novelty, discovery);
    }

    private bool Heard(int row, int listener)
    {
        foreach (var artist in plan.Ground.Rows.CreditsOf(row))
        {
            if (artistHeardBy[artist] == listener) return true;
        }

        return false;
    }
}
