using System.Globalization;

namespace Curation.Core.Catalog;

/// <summary>Identifies a track in this store. Never a row of a matrix: only a track index converts between the two.</summary>
public readonly record struct TrackId(int Value) : IComparable<TrackId>
{
    /// <inheritdoc/>
    public int CompareTo(TrackId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies an artist: a person, a group or another credited party.</summary>
public readonly record struct ArtistId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies a release: an album, single or compilation.</summary>
public readonly record struct ReleaseId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies a genre.</summary>
public readonly record struct GenreId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
