using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Policies;

/// <summary>What a recipe makes of a pool, as far as policies tell playlists apart.</summary>
public enum PlaylistKind
{
    /// <summary>Everybody gets the editor's order.</summary>
    Editorial,

    /// <summary>The editor's order and the listener's taste are mixed.</summary>
    Personal,

    /// <summary>A large part comes from outside the pool.</summary>
    Discovery,
}

/// <summary>Tells the kind.</summary>
public static class PlaylistKinds
{
    /// <summary>Share of discovery from which a playlist counts as one of discovery.</summary>
    public const double DiscoveryFrom = 0.3;

    /// <summary>The kind that a recipe makes.</summary>
    public static PlaylistKind Of(Blend blend)
    {
        ArgumentNullException.ThrowIfNull(blend);
        if (blend.DiscoveryShare >= DiscoveryFrom) return PlaylistKind.Discovery;
        return blend.EditorialWeight >= 1 && blend.DiscoveryShare <= 0 ? PlaylistKind.Editorial : PlaylistKind.Personal;
    }
}
