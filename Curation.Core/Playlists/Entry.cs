using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A track that the editors allow, as it stands in a pool.</summary>
public sealed record Entry
{
    /// <summary>The track; a pool holds a track once.</summary>
    public required TrackId Track { get; init; }

    /// <summary>Who put it there.</summary>
    public required PersonId AddedBy { get; init; }

    /// <summary>When it was put there.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The position, from 1, at which it stands for everyone; null where it is not pinned.</summary>
    public int? Pin { get; init; }

    /// <summary>The editor's note; empty where there is none.</summary>
    public string Note { get; init; } = "";

    /// <summary>True where the entry behind it stays right behind it when the pool is put in order, as a segue or a spoken note needs; otherwise null.</summary>
    public bool? KeepWithNext { get; init; }
}
