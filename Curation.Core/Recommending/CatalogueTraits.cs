using System.Globalization;
using Curation.Core.Catalog;

namespace Curation.Core.Recommending;

/// <summary>Reads the traits of tracks from a catalogue: artists, genres, tags, sound and decade. What is not known is left out and never guessed.</summary>
public static class CatalogueTraits
{
    /// <summary>Traits of every track. Genres and tags of a track share a length of 1 each; a tag counts by the logarithm of how often it was given; sound is standardised.</summary>
    public static TrackTraits Of(Catalogue catalogue, IEnumerable<TrackTag> tags)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var tagged = tags.ToLookup(tag => tag.Track);
        var tempo = Axis.Of(catalogue.Tracks.Select(track => track.Features.Tempo));
        var energy = Axis.Of(catalogue.Tracks.Select(track => track.Features.Energy));
        var valence = Axis.Of(catalogue.Tracks.Select(track => track.Features.Valence));
        return new(catalogue.Tracks.ToDictionary(track => track.Id, track =>
        {
            var traits = new List<(Trait, float)>();
            traits.AddRange(Unit(track.Artists.Distinct().Select(artist => (new Trait(TraitKind.Artist, Number(artist.Value)), 1.0))));
            traits.AddRange(Unit(track.Genres.Distinct().Select(genre => (new Trait(TraitKind.Genre, Number(genre.Value)), 1.0))));
            traits.AddRange(Unit(tagged[track.Id].Select(tag => (new Trait(TraitKind.Tag, tag.Tag), Math.Log(1.0 + tag.Count)))));
            if (track.ReleasedOn is { } day) traits.Add((new(TraitKind.Era, Number(day.Year / 10 * 10)), 0.5f));
            if (tempo.Place(track.Features.Tempo) is { } speed) traits.Add((new(TraitKind.Sound, "tempo"), speed));
            if (energy.Place(track.Features.Energy) is { } force) traits.Add((new(TraitKind.Sound, "energy"), force));
            if (valence.Place(track.Features.Valence) is { } mood) traits.Add((new(TraitKind.Sound, "valence"), mood));
            return (IReadOnlyList<(Trait, float)>)traits;
        }));
    }

    /// <summary>The traits scaled to a length of 1 together, so that a track with many of them says no more than one with few.</summary>
    internal static IEnumerable<(Trait Trait, float Value)> Unit(IEnumerable<(Trait Trait, double Value)> traits)
    {
        var list = traits.ToArray();
        var length = Math.Sqrt(list.Sum(trait => trait.Value * trait.Value));
        return length > 0 ? list.Select(trait => (trait.Trait, (float)(trait.Value / length))) : [];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Axis(double Mean, double Deviation)
    {
        public static Axis Of(IEnumerable<double?> values)
        {
            var known = values.OfType<double>().Where(double.IsFinite).ToArray();
            var mean = known.DefaultIfEmpty().Average();
            return new(mean, Math.Sqrt(known.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty().Average()));
        }

        public float? Place(double? value) =>
            value is { } known && double.IsFinite(known) && Deviation > 0 ? (float)Math.Clamp((known - Mean) / Deviation, -3, 3) / 2 : null;
    }
}
