using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Blending;

/// <summary>Whom a list is for.</summary>
/// <param name="Listener">The listener; null for the shared list.</param>
/// <param name="Taste">What the model makes of the listener's history; null without plays or with profiling off, and then the list is the shared one.</param>
/// <param name="Played">Tracks the listener has played; none of them is a discovery.</param>
/// <param name="Refused">Tracks the listener never wants.</param>
public sealed record Recipient(ListenerId? Listener, ITaste? Taste, ReadOnlyMemory<TrackId> Played, ReadOnlyMemory<TrackId> Refused)
{
    /// <summary>How often each of <see cref="Played"/> was played, in the same order; where it is not given, each counts once.</summary>
    public ReadOnlyMemory<int> PlayCounts { get; init; }

    /// <summary>Where the listener is, an ISO 3166-1 alpha-2 code; null where it is not known, and then only what may be heard everywhere is on the list.</summary>
    public string? Territory { get; init; }

    /// <summary>Whether no explicit track may be on the list, wherever it comes from; the list is then filled with others, and is shorter where there are none.</summary>
    public bool ExcludesExplicit { get; init; }

    /// <summary>Everybody for whom there is no list of their own.</summary>
    public static Recipient Everyone { get; } = new(null, null, default, default);

    /// <summary>A listener of whom nothing is known, or who has profiling off.</summary>
    public static Recipient Unprofiled(ListenerId listener, string? territory = null) => new(listener, null, default, default) { Territory = territory };
}
