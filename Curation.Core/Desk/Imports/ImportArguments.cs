using Curation.Core.Importing;

namespace Curation.Core.Desk.Imports;

/// <summary>What to import and how, as it was decided before the first row is written.</summary>
/// <param name="Path">File or folder.</param>
/// <param name="Name">Its name as people know it.</param>
/// <param name="Format">Name of the format, see <see cref="ImportFormats"/>.</param>
/// <param name="Columns">Field to column, for formats with a mapping; a field that is not named has no column.</param>
/// <param name="AsOf">The time against which the future is told; fixed, so that a resumed import judges as its first start did.</param>
/// <param name="Uploaded">Whether the file is a copy of ours that goes away once it is imported.</param>
public sealed record ImportArguments(string Path, string Name, string Format, Dictionary<string, string>? Columns, DateTimeOffset AsOf, bool Uploaded)
{
    /// <summary>The arguments for a source as planned.</summary>
    public static ImportArguments Of(string path, string name, ImportPlan plan, DateTimeOffset asOf, bool uploaded)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var mapping = plan.Mapping;
        var columns = mapping is null
            ? null
            : FieldNames.Of(plan.Format).Where(field => mapping[field] >= 0).ToDictionary(FieldNames.NameOf, field => mapping.ColumnOf(field)!, StringComparer.Ordinal);
        return new ImportArguments(path, name, ImportFormats.NameOf(plan.Format), columns, asOf, uploaded);
    }

    /// <summary>The plan again, on the source as it is now.</summary>
    /// <exception cref="ImportStoppedException">The source is not what it was.</exception>
    public ImportPlan PlanFor(ImportSource source, ImportLimits limits)
    {
        var format = ImportFormats.Named(Format) ?? throw new ImportStoppedException($"There is no format {Format}.");
        var plan = FormatDetector.Detect(source, limits, format);
        if (plan.Mapping is not { } mapping || Columns is null) return plan;
        foreach (var field in FieldNames.Of(format)) mapping = mapping.With(field, Columns.GetValueOrDefault(FieldNames.NameOf(field)));
        return plan with { Mapping = mapping };
    }
}
