using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>What an editor wants to see of the candidates; the default lets everything through. Two filters are equal when they let the same through.</summary>
public sealed record SuggestionFilters
{
    /// <summary>No filter at all.</summary>
    public static SuggestionFilters None { get; } = new();

    /// <summary>A track needs one of these genres; empty asks for none.</summary>
    public IReadOnlySet<GenreId> Genres { get; init; } = new HashSet<GenreId>();

    /// <summary>First year of release; a track of unknown year does not pass.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year of release; a track of unknown year does not pass.</summary>
    public int? YearTo { get; init; }

    /// <summary>First day of release; a track of unknown day does not pass.</summary>
    public DateOnly? ReleasedFrom { get; init; }

    /// <summary>Leaves out tracks that are marked explicit.</summary>
    public bool CleanOnly { get; init; }

    /// <summary>A track needs one of these tiers; empty asks for none.</summary>
    public IReadOnlySet<PopularityTier> Tiers { get; init; } = new HashSet<PopularityTier>();

    /// <summary>Leaves out tracks that stand in the pool of another playlist.</summary>
    public bool NotInOtherPlaylists { get; init; }

    /// <summary>Leaves out tracks that were published on another playlist in the last so many weeks.</summary>
    public int? NotUsedInWeeks { get; init; }

    /// <summary>Whether a track passes, as far as the track alone can tell; where else it is used is for the caller to exclude.</summary>
    public bool Admit(TrackFacts track, PopularityTier tier)
    {
        ArgumentNullException.ThrowIfNull(track);
        return AdmitsWords(track) && AdmitsTier(tier) && AdmitsYear(track) && AdmitsGenre(track);
    }

    /// <summary>Whether a track passes as far as explicit words go.</summary>
    public bool AdmitsWords(TrackFacts track) => !(CleanOnly && track.Explicit);

    /// <summary>Whether a tier passes.</summary>
    public bool AdmitsTier(PopularityTier tier) => Tiers.Count == 0 || Tiers.Contains(tier);

    /// <summary>Whether the year of a track passes.</summary>
    public bool AdmitsYear(TrackFacts track) =>
        !(track.ReleasedOn?.Year < YearFrom || track.ReleasedOn?.Year > YearTo || track.ReleasedOn < ReleasedFrom) && (track.ReleasedOn is not null || (YearFrom, YearTo, ReleasedFrom) is (null, null, null));

    /// <summary>Whether the genres of a track pass.</summary>
    public bool AdmitsGenre(TrackFacts track) => Genres.Count == 0 || track.Genres.Any(Genres.Contains);

    /// <inheritdoc/>
    public bool Equals(SuggestionFilters? other) =>
        other is not null && Genres.SetEquals(other.Genres) && Tiers.SetEquals(other.Tiers) &&
        (YearFrom, YearTo, ReleasedFrom, CleanOnly, NotInOtherPlaylists, NotUsedInWeeks) == (other.YearFrom, other.YearTo, other.ReleasedFrom, other.CleanOnly, other.NotInOtherPlaylists, other.NotUsedInWeeks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Genres.Count, Tiers.Count, YearFrom, YearTo, ReleasedFrom, CleanOnly, NotInOtherPlaylists, NotUsedInWeeks);
}
