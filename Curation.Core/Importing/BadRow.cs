namespace Curation.Core.Importing;

/// <summary>A row that was not taken, and why.</summary>
/// <param name="File">Name of the file or of the part of an archive.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Reason">One sentence without a full stop.</param>
/// <param name="Raw">The start of the row as it stands; bytes that are no text are shown as U+FFFD.</param>
public sealed record BadRow(string File, long Line, string Reason, string Raw);
