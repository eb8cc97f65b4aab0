using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Search;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Core.Desk.Models;

/// <summary>The catalogue and the model in use, as one immutable picture. Hold on to one for the length of an operation, so that its parts belong together.</summary>
/// <param name="Catalogue">All tracks.</param>
/// <param name="Model">The model in use; null where none is trained or its file does not verify.</param>
/// <param name="Ground">What suggestions are made from.</param>
/// <param name="Words">Finds tracks and artists by what people type.</param>
public sealed record ModelSnapshot(Catalogue Catalogue, TrainedModel? Model, SuggestionGround Ground, CatalogueWords Words)
{
    private readonly Lazy<TrackColumns> columns = new(() => Ground.Columns());
    private readonly Lazy<DimensionShelf> dimensions = new(() => new DimensionShelf(new CatalogueRows(Catalogue), Ground.TierOf));

    /// <summary>A snapshot of nothing.</summary>
    public static ModelSnapshot Empty { get; } = Of(Catalogue.Empty, null, new Dictionary<TrackId, double>(), new Dictionary<TrackId, IReadOnlyList<TrackTag>>());

    /// <summary>Hash of the model, or empty.</summary>
    public string ModelHash => Model?.Hash ?? "";

    /// <summary>How a listener's plays weigh before the model, as those weighed that it learned from.</summary>
    public EvidenceWeights Weights { get; init; } = EvidenceWeights.Plain;

    /// <summary>Share of listeners and lists that the model was kept from.</summary>
    public double HeldBack { get; init; }

    /// <summary>Suggests on this snapshot.</summary>
    public Suggester Suggester { get; } = new(Ground);

    /// <summary>Attributes of all tracks; made when they are first asked for. Rows are positions of the ground.</summary>
    public TrackColumns Columns => columns.Value;

    /// <summary>What tells the tracks of the catalogue apart; made when it is first asked for.</summary>
    internal DimensionShelf Dimensions => dimensions.Value;

    /// <summary>Infers what the model does not know of new tracks, and lays out the columns, ahead of the first who asks.</summary>
    internal void Prepare()
    {
        _ = Columns;
        _ = Ground.Factorisation;
    }

    /// <summary>A track as a line of results.</summary>
    internal TrackRow RowOf(TrackFacts track) => new(track, Catalogue.GenresOf(track).FirstOrDefault() ?? "", Ground.TierOf(track.Id));

    internal static ModelSnapshot Of(Catalogue catalogue, TrainedModel? model, IReadOnlyDictionary<TrackId, double> plays, IReadOnlyDictionary<TrackId, IReadOnlyList<TrackTag>> tags)
    {
        var ground = new SuggestionGround(catalogue, plays, tags, model?.Factorisation, model?.Neighbours, model?.Ranking, model?.Factorisation.Inferring(catalogue, tags));
        return new ModelSnapshot(catalogue, model, ground, new CatalogueWords(ground));
    }
}
