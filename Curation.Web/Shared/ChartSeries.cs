namespace Curation.Web.Shared;

/// <summary>A point of a chart; without a value the line has a gap there.</summary>
/// <param name="X">Place on the horizontal axis.</param>
/// <param name="Y">The value; null where there is none.</param>
/// <param name="Note">What a pointer on its dot says.</param>
/// <param name="Marked">Whether its dot is the one that is in force.</param>
public sealed record ChartPoint(double X, double? Y, string Note = "", bool Marked = false);

/// <summary>A named line of a chart.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points, bool Dots = false);
