using System.Globalization;
using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Reasons of an inferred score: the track's artists, genres and tags. What all tracks share, the sound and the time of release stay unnamed.</summary>
internal static class TraitReasons
{
    public static IEnumerable<Reason> Of(IEnumerable<(Trait Trait, float Part)> parts, Catalogue catalogue) =>
        from part in parts where Named(part.Trait, catalogue) is not null select Named(part.Trait, catalogue)!.Value with { Amount = part.Part };

    private static Reason? Named(Trait trait, Catalogue catalogue) => trait.Kind switch
    {
        TraitKind.Artist => new(ReasonKind.Trait, 0, Artist: new ArtistId(Number(trait))),
        TraitKind.Genre when catalogue.GenreNames.TryGetValue(new GenreId(Number(trait)), out var genre) => new(ReasonKind.Trait, 0, Word: genre),
        TraitKind.Tag => new(ReasonKind.Trait, 0, Word: trait.Name),
        _ => null,
    };

    private static int Number(Trait trait) => int.Parse(trait.Name, CultureInfo.InvariantCulture);
}
