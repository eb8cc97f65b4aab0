namespace Curation.Core.Listening;

/// <summary>What is known of a row of evidence beside its tracks, for models that rank by circumstance.</summary>
/// <param name="On">The day of a list; null where unknown, and for a listener, whose plays span many days.</param>
/// <param name="Context">What rows have in common that were made in the same way, for instance the name of a radio programme; null where unknown.</param>
public sealed record RowFacts(DateOnly? On = null, string? Context = null);
