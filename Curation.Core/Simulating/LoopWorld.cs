using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Simulating;

/// <summary>Where a simulation starts: the catalogue, listeners with what they have heard, and what is watched.</summary>
public sealed record LoopWorld
{
    /// <summary>All tracks.</summary>
    public required CatalogueRows Rows { get; init; }

    /// <summary>What each listener has heard: a row for each, columns are rows of <see cref="Rows"/>.</summary>
    public required ListeningMatrix Heard { get; init; }

    /// <summary>Who the rows are.</summary>
    public required IReadOnlyList<ListenerId> Listeners { get; init; }

    /// <summary>Those of them who get no explicit track on a list; what they play from habit is theirs.</summary>
    public IReadOnlySet<ListenerId> ExcludeExplicit { get; init; } = new HashSet<ListenerId>();

    /// <summary>The dimension whose groups' shares of plays are drawn.</summary>
    public required Dimension Watched { get; init; }

    /// <summary>All dimensions, for recipes that keep places for groups.</summary>
    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    /// <summary>How popular a track is before the first week.</summary>
    public required Func<TrackId, PopularityTier> Tier { get; init; }

    /// <summary>The day on which clocks ask how new a track is.</summary>
    public DateOnly Day { get; init; }
}
