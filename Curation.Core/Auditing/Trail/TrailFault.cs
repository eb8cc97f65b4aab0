namespace Curation.Core.Auditing.Trail;

/// <summary>Something that is wrong with the log or its heads.</summary>
/// <param name="Entry">The entry at which it shows; 0 where it is about the heads themselves.</param>
/// <param name="Words">What is wrong, as a sentence.</param>
public sealed record TrailFault(long Entry, string Words);
