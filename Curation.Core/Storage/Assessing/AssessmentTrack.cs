using Curation.Core.Catalog;

namespace Curation.Core.Storage.Assessing;

/// <summary>What one track got of the lists of an assessment, as a row.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Track">The track.</param>
/// <param name="Lists">Lists it stands on.</param>
/// <param name="Log">Sum of its places' weights under the log weight.</param>
/// <param name="Geometric">Under the geometric weight.</param>
/// <param name="Attention">Under the attention weight.</param>
public sealed record AssessmentTrack(int Assessment, TrackId Track, int Lists, double Log, double Geometric, double Attention);
