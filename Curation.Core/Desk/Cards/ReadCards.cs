using System.Globalization;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Cards;

/// <summary>Puts the cards together from what is in force: the model in use and how it was measured, the recipes of what is published, and what is left out. They name no person and nothing that is not published.</summary>
public sealed class ReadCards(Store store, CurrentModel current) : IDisposable
{
    /// <summary>How long cards are kept: strangers may ask for them as often as they like.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1, 1);
    private Cards? cards;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    /// <summary>The cards of now, or of half a minute ago.</summary>
    public async Task<Cards> Run(CancellationToken cancel = default)
    {
        if (Fresh is { } kept) return kept;
        await one.WaitAsync(cancel);
        try
        {
            return Fresh ?? (cards = await Make(cancel));
        }
        finally
        {
            one.Release();
        }
    }

    private Cards? Fresh => cards is { } kept && store.Now - kept.Ranking.MadeAt < Kept && store.Now >= kept.Ranking.MadeAt ? kept : null;

    private async Task<Cards> Make(CancellationToken cancel)
    {
        var snapshot = await current.Get(cancel);
        return await store.Read(
            async db =>
            {
                var live = await (from playlist in db.Playlists
                                  join edition in db.Editions on playlist.LiveEdition equals edition.Id
                                  join revision in db.Revisions on edition.Revision equals revision.Id
                                  orderby playlist.Slug
                                  select new { playlist.Id, playlist.Slug, edition.Title, edition.Number, edition.PublishedAt, edition.ModelHash, revision.Draft }).ToListAsync(cancel);
                var held = await ContentRecord.KeptBack(db, store.Now, cancel);
                live.RemoveAll(row => held(row.Id));
                var recipes = live.ConvertAll(row => new RecipeCard(row.Slug, row.Title, row.Number, row.PublishedAt!.Value, row.ModelHash, RecipeWords.Of(row.Draft)));
                return new Cards(await Ranking(db, snapshot, live.ConvertAll(row => row.Draft), cancel), recipes);
            },
            cancel);
    }

    private async Task<RankingCard> Ranking(CurationDb db, ModelSnapshot snapshot, List<Draft> live, CancellationToken cancel)
    {
        var record = snapshot.ModelHash.Length == 0 ? null : await db.Models.Where(model => model.Hash == snapshot.ModelHash).Select(model => new { model.Hash, model.TrainedAt, model.Card }).SingleOrDefaultAsync(cancel);
        var card = ListModels.CardOf(record?.Card);
        return new RankingCard(
            store.Now,
            record?.Hash,
            record?.TrainedAt,
            [.. Parameters(card, live)],
            [.. Data(card, snapshot)],
            card?.Figures ?? [],
            card?.HeldOut ?? "",
            [.. Limits(card, snapshot)],
            await Excluded(db, live, cancel));
    }

    private static IEnumerable<MainParameter> Parameters(ModelCard? card, List<Draft> live)
    {
        var blends = live.Count == 0 ? [new Blend()] : live.ConvertAll(draft => draft.Blend);
        var over = live.Count switch { 0 => "as a new recipe has it; nothing is published yet", 1 => "in the one published playlist", var many => Say($"over {many} published playlists") };
        yield return new MainParameter("Editors' choice and order", Range(blends, blend => blend.EditorialWeight), $"People choose the tracks of every playlist and put them in order; the recipe says how much that order counts, {over}.");
        yield return new MainParameter("The listener's own listening", Range(blends, blend => 1 - blend.EditorialWeight), card is null
            ? "No model is trained, so nobody's listening takes part yet: everybody gets the editors' order."
            : Say($"Which of these tracks fit what the listener played, by {card.Options.Factorisation.Factors} numbers for every track, learned from who played what together. Age, gender, region and the like of a listener take no part."));
        yield return new MainParameter("Discoveries", Range(blends, blend => blend.DiscoveryShare), "The share of a list that may come from outside the editors' choice: tracks that the people hear who hear the chosen ones.");
        if (live.Sum(draft => draft.Pool.Count(entry => entry.Pin is not null)) is > 0 and var pins)
            yield return new MainParameter("Fixed places", Say($"{pins} {(pins == 1 ? "track" : "tracks")}"), "Editors may pin a track to a place, which then is the same for everyone.");
        if (card is not null)
        {
            yield return new MainParameter("Age of a play", card.Evidence.HalfLife > 0 ? Say($"half after {card.Evidence.HalfLife:0.##} days") : "does not matter", "Older plays count less than new ones.");
            yield return new MainParameter("Skips", card.Evidence.Skip > 0 ? Say($"takes back {card.Evidence.Skip:0.##} plays") : "count nothing", "A track that was skipped counts as less wanted.");
        }

        yield return new MainParameter("Tracks marked as explicit", "none for who excludes them", "A listener who excludes them gets none, whether editors chose or fixed them or the model found them; others take their places, and where there are none the list is shorter. A track of which no source says whether it is explicit may be on the list.");
        yield return new MainParameter("Same artist apart", Spread(blends.ConvertAll(blend => (double)blend.ArtistSeparation), value => Say($"{value:0} places")), "So that one artist does not fill a stretch of a list.");
    }

    private static IEnumerable<CardFact> Data(ModelCard? card, ModelSnapshot snapshot)
    {
        yield return new CardFact("Tracks in the catalogue", Count(snapshot.Catalogue.Count));
        if (card is null) yield break;
        yield return new CardFact("Listeners learned from", Hidden(card.Listeners));
        yield return new CardFact("Lists learned from, such as radio programmes", Count(card.Lists));
        yield return new CardFact("Tracks the model knows", Count(card.Tracks));
        yield return new CardFact("Pairs of listener or list and track", Count(card.Pairs));
        if (card.Evidence.AsOf != ListeningLog.NoTime) yield return new CardFact("Newest play learned from", DateTimeOffset.FromUnixTimeMilliseconds(card.Evidence.AsOf).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (card.HeldBack > 0) yield return new CardFact("Kept from learning, to compare models on", RecipeWords.Percent(card.HeldBack));
    }

    private static IEnumerable<string> Limits(ModelCard? card, ModelSnapshot snapshot)
    {
        yield return "Who has not listened yet gets the editors' order, the same as everybody who has profiling off.";
        if (card is null) yield break;
        if (snapshot.Model?.Factorisation is { } engine && snapshot.Catalogue.Count - engine.Tracks.Count is > 0 and var unknown)
            yield return Say($"{unknown:N0} of {snapshot.Catalogue.Count:N0} tracks are not known to the model, as nobody in its data played them; for a listener they rank as an average track of the list does.");
        if (card.Figures.Count == 0) yield return "How well this model ranks was not measured.";
        foreach (var worst in card.Groups.Where(group => group.Value is not null && group.Listeners >= MinimumCell.Default && group.Metric == "ndcg@20" && group.Recommender == "ials").GroupBy(group => group.Grouping).Where(groups => groups.Count() > 1).Select(groups => groups.MinBy(group => group.Value)!))
            yield return Say($"By {worst.Grouping}, it ranks worst for {worst.Group}: NDCG@20 {worst.Value:0.000} ({worst.Low:0.000} to {worst.High:0.000}).");
        yield return "It learns from what was played, so what was played more is easier for it to recommend. Reviewers look at each playlist's effect before anyone hears it.";
    }

    private static async Task<IReadOnlyList<string>> Excluded(CurationDb db, List<Draft> live, CancellationToken cancel)
    {
        var off = await db.Listeners.CountAsync(listener => listener.ProfilingOff, cancel);
        var down = await db.TrackBlocks.CountAsync(cancel);
        var excluding = await db.Listeners.CountAsync(listener => listener.ExcludesExplicit, cancel);
        var clean = live.Count(draft => !draft.Blend.AllowExplicit);
        return
        [
            Say($"Plays of listeners who have profiling off ({Hidden(off)}): they take part in no list of theirs and in no model trained since."),
            Say($"Tracks that were taken down ({Count(down)}), and tracks that editors refused for a playlist, a genre or everywhere."),
            Say($"Tracks marked as explicit, for listeners who exclude them ({Hidden(excluding)})."),
            .. clean > 0 ? [Say($"Tracks marked as explicit, in {clean} of {live.Count} published playlists.")] : Array.Empty<string>(),
        ];
    }

    private static string Range(List<Blend> blends, Func<Blend, double> value) => Spread(blends.ConvertAll(blend => value(blend)), RecipeWords.Percent);

    private static string Spread(List<double> values, Func<double, string> say) => say(values.Min()) is var low && say(values.Max()) is var high && low == high ? low : $"{low} to {high}";

    private static string Hidden(int listeners) => listeners < MinimumCell.Default ? Say($"fewer than {MinimumCell.Default}") : Count(listeners);

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
