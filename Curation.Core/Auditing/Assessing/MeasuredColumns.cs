namespace Curation.Core.Auditing.Assessing;

/// <summary>Two columns whose quotient is a mean.</summary>
/// <param name="Sum">Where the values are added up.</param>
/// <param name="Count">Where they are counted.</param>
internal readonly record struct MeanColumns(int Sum, int Count)
{
    public void Add(Span<double> cells, double? value)
    {
        if (value is not { } known || double.IsNaN(known)) return;
        cells[Sum] += known;
        cells[Count]++;
    }
}

/// <summary>Which column of a part's sums holds what. Every figure with an interval is made of quotients of columns.</summary>
internal sealed class MeasuredColumns
{
    public MeasuredColumns(GroupTable table, IReadOnlyList<AudienceGroups> audience)
    {
        (Exposure, History, Rkl) = (Next(table.Groups), Next(table.Groups), Next(table.Groups));
        NdklCandidates = [.. table.Dimensions.Select(_ => Mean())];
        NdklCatalogue = [.. table.Dimensions.Select(_ => Mean())];
        FitOf = [.. audience.Select(Means)];
        DiversityOf = [.. audience.Select(Means)];
        CalibrationOf = [.. audience.Select(Means)];
        GsOf = [.. audience.Select(Means)];
        NoveltyOf = [.. audience.Select(Means)];
        DiscoveryOf = [.. audience.Select(Means)];
        SerendipityOf = [.. audience.Select(Means)];
        (Weight, HistoryWhole, RklLists) = (Next(1), Next(1), Next(1));
        (Explicit, ExplicitLists, ExplicitUnknown) = (Next(1), Next(1), Next(1));
        (Calibration, CalibrationOfShared, Fit, Novelty, Discovery, Serendipity) = (Mean(), Mean(), Mean(), Mean(), Mean(), Mean());
        (GsBefore, GsAfter, DiversityBefore, DiversityAfter) = (Mean(), Mean(), Mean(), Mean());
        (GiniOfTracks, GiniOfArtists) = (Mean(), Mean());
    }

    public int Count { get; private set; }

    /// <summary>All position weights.</summary>
    public int Weight { get; }

    /// <summary>All plays.</summary>
    public int HistoryWhole { get; }

    /// <summary>Places of explicit tracks where they are excluded.</summary>
    public int Explicit { get; }

    /// <summary>Lists with such a place.</summary>
    public int ExplicitLists { get; }

    /// <summary>Places, where they are excluded, of tracks that may be explicit for all that is known.</summary>
    public int ExplicitUnknown { get; }

    /// <summary>Lists long enough for rKL.</summary>
    public int RklLists { get; }

    /// <summary>The first of the groups' columns of position weights.</summary>
    public int Exposure { get; }

    /// <summary>The first of the groups' columns of plays.</summary>
    public int History { get; }

    /// <summary>The first of the groups' columns of rKL.</summary>
    public int Rkl { get; }

    /// <summary>By dimension.</summary>
    public MeanColumns[] NdklCandidates { get; }

    /// <summary>By dimension.</summary>
    public MeanColumns[] NdklCatalogue { get; }

    /// <summary>By dimension of listeners and group.</summary>
    public MeanColumns[][] FitOf { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns[][] DiversityOf { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns[][] CalibrationOf { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns[][] GsOf { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns[][] NoveltyOf { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns[][] DiscoveryOf { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns[][] SerendipityOf { get; }

    /// <summary>Weights times ranks over weights times items, see <see cref="GiniParts"/>.</summary>
    public MeanColumns GiniOfTracks { get; }

    /// <summary>Likewise.</summary>
    public MeanColumns GiniOfArtists { get; }

    public MeanColumns Calibration { get; }

    public MeanColumns CalibrationOfShared { get; }

    public MeanColumns Fit { get; }

    public MeanColumns Novelty { get; }

    public MeanColumns Discovery { get; }

    public MeanColumns Serendipity { get; }

    public MeanColumns GsBefore { get; }

    public MeanColumns GsAfter { get; }

    public MeanColumns DiversityBefore { get; }

    public MeanColumns DiversityAfter { get; }

    private int Next(int columns)
    {
        var first = Count;
        Count += columns;
        return first;
    }

    private MeanColumns Mean() => new(Next(1), Next(1));

    private MeanColumns[] Means(AudienceGroups groups) => [.. groups.Groups.Select(_ => Mean())];
}
