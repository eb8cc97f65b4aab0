using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>Where a content rule counts.</summary>
/// <param name="Genre">In playlists that start from this genre; null for all.</param>
/// <param name="Playlist">In this playlist; null for all.</param>
/// <param name="Territories">For listeners in these territories alone, see <see cref="Territory"/>; null for all.</param>
public sealed record ContentScope(GenreId? Genre = null, PlaylistId? Playlist = null, string? Territories = null)
{
    /// <summary>Everywhere.</summary>
    public static ContentScope Everywhere { get; } = new();

    /// <summary>In playlists of this kind; null for all.</summary>
    public PlaylistKind? Kind { get; init; }

    /// <summary>Whether it covers a playlist of a kind that starts from a genre; a kind that is not told (null) is taken to be any.</summary>
    public bool Covers(PlaylistId playlist, GenreId? seed, PlaylistKind? kind = null) => (Playlist is null || Playlist == playlist) && (Genre is null || Genre == seed) && (Kind is null || kind is null || Kind == kind);

    /// <summary>Whether it counts for some listeners only.</summary>
    public bool IsTerritorial => !string.IsNullOrEmpty(Territories);

    /// <summary>Whether it reaches listeners in a territory; one that is not known (null) is taken to be among them.</summary>
    public bool Reaches(string? territory) => !IsTerritorial || territory is null || Territory.Holds(Territories, territory);
}
