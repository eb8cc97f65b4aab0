using Curation.Core.Catalog;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>Lets a model speak of the catalogue's tracks that too few have heard, by their artists, genres, tags and sound.</summary>
internal static class NewTracks
{
    private static readonly ColdStartOptions Options = new();

    /// <summary>The factorisation with a vector for every track of the catalogue, once somebody needs it; as it is where it has one of its own for each.</summary>
    public static Lazy<IRecommender> Inferring(this Factorisation factorisation, Catalogue catalogue, IReadOnlyDictionary<TrackId, IReadOnlyList<TrackTag>> tags) =>
        new(() => KnowsAll(factorisation, catalogue)
            ? factorisation
            : new ColdStartTrainer(Options).Train(factorisation, CatalogueTraits.Of(catalogue, tags.Values.SelectMany(of => of))));

    private static bool KnowsAll(Factorisation factorisation, Catalogue catalogue) =>
        catalogue.Tracks.All(track => factorisation.Tracks.RowOf(track.Id) is >= 0 and var row && factorisation.Popularity.Listeners(row) >= Options.FewestListeners);
}
