namespace Curation.Core.Importing;

/// <summary>How a source is to be read.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Mapping">Columns to fields, for formats that have a mapping.</param>
/// <param name="Because">Why this format: what was recognised, or that it was asked for.</param>
public sealed record ImportPlan(ImportFormat Format, ColumnMapping? Mapping, string Because);
