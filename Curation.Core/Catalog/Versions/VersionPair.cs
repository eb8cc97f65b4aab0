namespace Curation.Core.Catalog.Versions;

/// <summary>How two tracks belong together.</summary>
public enum VersionRelation
{
    /// <summary>They may be one recording; a person has to say.</summary>
    Maybe,

    /// <summary>They are one recording.</summary>
    SameRecording,

    /// <summary>They are two recordings of one song: live, remix, edit, acoustic.</summary>
    AnotherVersion,

    /// <summary>They have nothing to do with each other, whatever their names say.</summary>
    Different,
}

/// <summary>Two tracks that belong together, and why.</summary>
/// <param name="One">The track with the lower number.</param>
/// <param name="Other">The other track.</param>
/// <param name="Relation">How they belong together.</param>
/// <param name="Confidence">How sure that is, 0 to 1; 1 only by an identifier or by a person.</param>
/// <param name="Because">The evidence in words, to be read after a colon.</param>
public sealed record VersionPair(TrackId One, TrackId Other, VersionRelation Relation, double Confidence, string Because)
{
    /// <summary>From this confidence on two tracks are taken for one recording without asking.</summary>
    public const double Sure = 0.8;

    /// <summary>Whether a person said it.</summary>
    public bool Decided { get; init; }

    /// <summary>The track that is not <paramref name="track"/>.</summary>
    public TrackId Beside(TrackId track) => track == One ? Other : One;
}

/// <summary>What a person said of two tracks; the two are in the order of their numbers.</summary>
public sealed record Verdict(TrackId One, TrackId Other, VersionRelation Says);
