using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Numerics;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using Curation.Core.Recommending.Suggesting;
using Curation.Core.Storage.Sqlite;

namespace Curation.Core.Desk.Search;

/// <summary>Finds tracks by words and attributes at once, and counts what else could be chosen.</summary>
public sealed class SearchCatalogue(Store store, CurrentModel current, TextIndex index, LastUse lastUse, TimeProvider clock)
{
    private const double TextShare = .65;
    private const double AtStart = .2;
    private const float PlaysShare = .02f;

    /// <summary>The answer to a question; with nothing asked for, every track.</summary>
    public async Task<SearchAnswer> Run(SearchAsk ask, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var began = clock.GetTimestamp();
        var snapshot = await current.Get(cancel);
        var indexing = await index.Ready(cancel);
        var query = await index.Query(ask.Text, cancel);
        var hits = query.Match.Length == 0 ? null : await store.Read(db => TrackWords.Matching(db, query.Match, query.Ranked, cancel), cancel);
        var ground = await Ground(snapshot, ask.For, cancel);
        var removed = await store.Read(db => ContentRecord.Removed(db, store.Now, cancel), cancel);
        return await Task.Run(() => Answer(ask, snapshot, ground, hits, removed, query.Corrections) with { Indexing = indexing, Took = clock.GetElapsedTime(began) }, cancel);
    }

    /// <summary>What rules are held against now, for the making of a playlist.</summary>
    public async Task<RuleGround> Ground(PlaylistId? playlist = null, CancellationToken cancel = default) => await Ground(await current.Get(cancel), playlist, cancel);

    private async Task<RuleGround> Ground(ModelSnapshot snapshot, PlaylistId? playlist, CancellationToken cancel) =>
        new(snapshot.Columns, DateOnly.FromDateTime(store.Now.UtcDateTime), await lastUse.ByTrack(playlist, cancel));

    private static SearchAnswer Answer(SearchAsk ask, ModelSnapshot snapshot, RuleGround ground, List<(int Track, float Score)>? hits, IReadOnlyCollection<TrackId> removed, IReadOnlyList<Correction> corrections)
    {
        var columns = snapshot.Columns;
        (RowSet Rows, float[] Scores)? texts = hits is null ? null : Texts(columns, hits, Meant(ask.Text, corrections));
        var start = texts is null ? RowSet.All(columns.Count) : texts.Value.Rows;
        if (ask.Like.Count > 0) start = start.And(RowSet.Of(columns.Count, ask.Like.Select(columns.RowOf)).Without());
        if (removed.Count > 0) start = start.And(RowSet.Of(columns.Count, removed.Select(columns.RowOf)).Without());
        var parts = ask.Filters.Rules.Select(rule => (Rule: rule, Rows: ground.RowsOf(rule))).ToList();
        var found = parts.Aggregate(start, (rows, part) => rows.And(part.Rows));
        var near = Nearness.To(snapshot, ask.Like.Count > 0 ? ask.Like : ask.Taste);
        var items = First(ask, columns, found, texts?.Scores, near).Select(row => new FoundTrack(snapshot.RowOf(columns[row]), texts?.Scores[row], near?[row]));
        return new SearchAnswer([.. items], found.Count, Facets.Of(snapshot, start, parts), corrections, 0, TimeSpan.Zero);
    }

    /// <summary>How well each row matches, 0 to 1 of the best; a title that starts with what was typed is preferred.</summary>
    private static (RowSet Rows, float[] Scores) Texts(TrackColumns columns, List<(int Track, float Score)> hits, string typed)
    {
        var rows = new RowSet(columns.Count);
        var scores = new float[columns.Count];
        var best = hits.Count == 0 ? 1 : Math.Max(1e-6f, hits.Max(hit => hit.Score));
        foreach (var (track, score) in hits)
        {
            if (columns.RowOf(new TrackId(track)) is not (>= 0 and var row)) continue;
            rows.Add(row);
            scores[row] = (float)((1 - AtStart) * Math.Max(0, score) / best);
        }

        foreach (var row in rows.Each())
        {
            if (Starts(columns[row].Title, typed)) scores[row] += (float)AtStart;
        }

        return (rows, scores);
    }

    /// <summary>What was typed, with the nearest word in the place of each that hardly any track has.</summary>
    private static string Meant(string text, IReadOnlyList<Correction> corrections) =>
        string.Join(' ', Words.Of(text).Select(word => corrections.FirstOrDefault(correction => correction.Typed == word)?.Also ?? word));

    /// <summary>Folding every title would take long; most are told apart by their first letter.</summary>
    private static bool Starts(string title, string typed) =>
        (!char.IsAscii(title[0]) || !char.IsAsciiLetterOrDigit(title[0]) || char.ToLowerInvariant(title[0]) == typed[0]) && string.Join(' ', Words.Of(title)).StartsWith(typed, StringComparison.Ordinal);

    private static IReadOnlyList<int> First(SearchAsk ask, TrackColumns columns, RowSet found, float[]? texts, float[]? near)
    {
        var skip = Math.Clamp(ask.Skip, 0, found.Count);
        var count = Math.Clamp(ask.Count, 0, SearchAsk.Most);
        if (ask.Order == SearchOrder.Title)
            return [.. found.Each().OrderBy(row => columns[row].Title, StringComparer.OrdinalIgnoreCase).ThenBy(row => row).Skip(skip).Take(count)];
        var best = new TopK(Math.Min(skip + count, found.Count));
        foreach (var row in found.Each()) best.Offer(row, Score(ask.Order, columns, row, texts, near));
        var order = new int[best.Count];
        best.Take(order, new float[order.Length]);
        return order[skip..];
    }

    private static float Score(SearchOrder order, TrackColumns columns, int row, float[]? texts, float[]? near)
    {
        if (order == SearchOrder.Newest) return columns.ReleasedOn(row);
        var plays = columns[Measure.Plays][row] / 100;
        if (order == SearchOrder.Played || (texts is null && near is null)) return plays;
        var match = (texts, near) switch
        {
            ({ } text, { } taste) => (TextShare * text[row]) + ((1 - TextShare) * taste[row]),
            ({ } text, null) => text[row],
            _ => near![row],
        };
        return (float)match + (PlaysShare * plays);
    }
}
