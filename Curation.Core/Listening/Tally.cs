using Curation.Core.Catalog;

namespace Curation.Core.Listening;

/// <summary>A number of plays without their times, as some sources give it.</summary>
/// <param name="Listener">Who listened.</param>
/// <param name="Track">What was heard.</param>
/// <param name="Count">How many times, at least 1.</param>
/// <param name="Batch">The import that brought it.</param>
public sealed record Tally(ListenerId Listener, TrackId Track, int Count, BatchId Batch);
