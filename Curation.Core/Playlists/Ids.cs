using System.Globalization;

namespace Curation.Core.Playlists;

/// <summary>Identifies a playlist.</summary>
public readonly record struct PlaylistId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies a saved state of a playlist.</summary>
public readonly record struct RevisionId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies a person who works here, an identity of the sign-in store.</summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>The process itself: the command line and background work.</summary>
    public static PersonId Console { get; } = new("console");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
