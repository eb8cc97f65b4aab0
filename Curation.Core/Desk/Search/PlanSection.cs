using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;

namespace Curation.Core.Desk.Search;

/// <summary>What a rule lets through while it is being built.</summary>
/// <param name="Total">How many tracks fit.</param>
/// <param name="Sample">The first of them in the order asked for, those of the pool included.</param>
public sealed record RuleSample(int Total, IReadOnlyList<TrackRow> Sample);

/// <summary>What bringing one smart section up to date would change, with the tracks as they are shown.</summary>
/// <param name="Section">The section.</param>
/// <param name="Change">The change.</param>
/// <param name="Titles">Titles of all tracks of the change.</param>
public sealed record SectionPlan(SmartSection Section, SectionChange Change, IReadOnlyDictionary<TrackId, string> Titles)
{
    /// <summary>The titles of some tracks, in their order.</summary>
    public IReadOnlyList<string> Named(IEnumerable<TrackId> tracks) => [.. tracks.Select(track => Titles.GetValueOrDefault(track, $"track {track}"))];
}

/// <summary>Counts what rules let through, and says what smart sections would change before they do. Changes nothing.</summary>
public sealed class PlanSection(CurrentModel current, SearchCatalogue search)
{
    /// <summary>How many tracks fit a rule, and the first of them.</summary>
    public async Task<RuleSample> Sample(PlaylistId playlist, Draft draft, SmartSection section, int count = 8, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(section);
        var (snapshot, ground) = (await current.Get(cancel), await search.Ground(playlist, cancel));
        return await Task.Run(() =>
        {
            var rows = ground.RowsOf(section.Rule);
            var first = RuleOrders.First(ground.Columns, rows, section.Order, count, section.Seed, Fit(snapshot, draft, section));
            return new RuleSample(rows.Count, [.. first.Select(track => snapshot.RowOf(snapshot.Catalogue.Find(track)!))]);
        }, cancel);
    }

    /// <summary>What each section would change in a draft.</summary>
    public async Task<IReadOnlyList<SectionPlan>> For(PlaylistId playlist, Draft draft, IEnumerable<SmartSection> sections, CancellationToken cancel = default)
    {
        var (snapshot, ground) = (await current.Get(cancel), await search.Ground(playlist, cancel));
        return await Task.Run(() => (IReadOnlyList<SectionPlan>)[.. sections.Select(section => Plan(snapshot, ground, draft, section))], cancel);
    }

    /// <summary>Says the name of a value in a sentence.</summary>
    public async Task<Func<Category, string, string>> Names(CancellationToken cancel = default)
    {
        var catalogue = (await current.Get(cancel)).Catalogue;
        return (category, value) => ValueNames.Of(catalogue, category, value);
    }

    /// <summary>Values of a category to choose from, those that most tracks have first, then by name; of artists and tags those with a name that starts with what was typed.</summary>
    public async Task<IReadOnlyList<FacetValue>> Values(Category category, string typed = "", int count = 100, CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        if (category == Category.Artist && typed.Length > 0)
            return [.. snapshot.Words.Artists(typed, count).Select(artist => new FacetValue(artist.ToString(), snapshot.Catalogue.ArtistNames[artist], snapshot.Ground.By(artist).Count))];
        var columns = snapshot.Columns;
        var values = columns[category].Count(RowSet.All(columns.Count)).Select(pair => new FacetValue(pair.Key, pair.Key.Length == 0 ? "unknown" : ValueNames.Of(snapshot.Catalogue, category, pair.Key), pair.Value));
        return [.. values.Where(value => value.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).OrderByDescending(value => value.Tracks).ThenBy(value => value.Name, StringComparer.Ordinal).Take(count)];
    }

    private static SectionPlan Plan(ModelSnapshot snapshot, RuleGround ground, Draft draft, SmartSection section)
    {
        var change = SectionChange.For(draft, section, ground, Fit(snapshot, draft, section));
        var titles = change.Added.Concat(change.Removed).Concat(change.Kept).Distinct().ToDictionary(track => track, track => snapshot.Catalogue.Find(track) is { } facts ? $"{facts.Title} · {facts.ArtistLine}" : $"track {track}");
        return new SectionPlan(section, change, titles);
    }

    /// <summary>The fit is to what hands put into the pool, so that a section does not feed on itself.</summary>
    private static Func<int, double>? Fit(ModelSnapshot snapshot, Draft draft, SmartSection section)
    {
        if (section.Order != RuleOrder.BestFit) return null;
        var near = Nearness.To(snapshot, [.. draft.Pool.Where(entry => entry.Section is null).Select(entry => entry.Track)]);
        return near is null ? null : row => near[row];
    }
}
