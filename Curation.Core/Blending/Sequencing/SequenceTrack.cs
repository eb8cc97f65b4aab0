using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Blending.Sequencing;

/// <summary>A track with what rules of an order ask of it.</summary>
/// <param name="Facts">The track.</param>
/// <param name="Tier">How popular it is.</param>
/// <param name="Genders">Genders that sources state of its credited artists.</param>
/// <param name="Countries">Countries of its credited artists.</param>
public sealed record SequenceTrack(TrackFacts Facts, PopularityTier Tier, IReadOnlySet<Gender> Genders, IReadOnlySet<string> Countries)
{
    /// <summary>A track of a catalogue.</summary>
    public static SequenceTrack Of(TrackFacts facts, Catalogue catalogue, PopularityTier tier)
    {
        var genders = new HashSet<Gender>();
        var countries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var artist in facts.Artists)
        {
            if (!catalogue.Artists.TryGetValue(artist, out var traits)) continue;
            if (traits.Gender != Gender.Unknown) genders.Add(traits.Gender);
            if (traits.Country is { } country) countries.Add(country);
        }

        return new SequenceTrack(facts, tier, genders, countries);
    }

    /// <summary>Whether it is what a position of a clock asks for, on a day; what is not known of it does not fit.</summary>
    public bool Fits(ClockSlot slot, DateOnly day) =>
        (slot.Tier is not { } tier || Tier == (tier switch { ClockTier.Head => PopularityTier.Head, ClockTier.Middle => PopularityTier.Middle, _ => PopularityTier.Tail }))
        && (slot.WithinMonths is not { } months || (Facts.ReleasedOn is { } released && released <= day && released > day.AddMonths(-months)))
        && (slot.OlderThanYears is not { } years || Facts.ReleasedOn < day.AddYears(-years))
        && (slot.Country is not { } country || Countries.Contains(country))
        && (slot.Genre is not { } genre || Facts.Genres.Contains(genre));
}
