using Curation.Core.Desk.Acting;
using Curation.Core.Recommending.Suggesting;
using Curation.Core.Storage.Sqlite;
using Microsoft.Extensions.Logging;

namespace Curation.Core.Desk.Search;

/// <summary>A question to the full-text index.</summary>
/// <param name="Match">The question in the index's language; empty where nothing was typed that could be looked for.</param>
/// <param name="Corrections">Words that are looked for beside those that were typed.</param>
/// <param name="Ranked">Whether it is worth weighing the words; of a single letter it is not.</param>
public sealed record TextQuery(string Match, IReadOnlyList<Correction> Corrections, bool Ranked = true);

/// <summary>Keeps the full-text index up to date and puts what people type into questions for it.</summary>
/// <remarks>Triggers note which tracks changed; their words are written here, folded as what is typed is folded: a few at once before a search, many in batches beside it.</remarks>
public sealed class TextIndex(Store store, ILogger<TextIndex> logger) : IDisposable
{
    private const int MostAtOnce = 5_000;
    private const int Batch = 4_000;
    private const int MostWords = 12;
    private const int SmallVocabulary = 20_000;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock gate = new();
    private volatile Spelling? spelling;
    private volatile bool outdated = true;
    private Task catchingUp = Task.CompletedTask;

    /// <summary>Brings the index up to date where few tracks wait; where many do, starts on them and says how many wait still.</summary>
    public async Task<int> Ready(CancellationToken cancel = default)
    {
        var waiting = await store.Read(db => TrackWords.CountStale(db, cancel), cancel);
        if (waiting == 0) return 0;
        if (waiting > MostAtOnce)
        {
            Begin();
            return waiting;
        }

        await CatchUp(cancel);
        return 0;
    }

    /// <summary>Indexes everything that waits, in batches between which others can write.</summary>
    public async Task CatchUp(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            while (await store.WriteUnlogged(Actor.Console, [], write => TrackWords.IndexStale(write.Db, Folded, Batch, write.Cancel), cancel) > 0) outdated = true;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The question that typed words make: every word is a beginning, in any order; a single letter is looked for at the start of title and credit only.</summary>
    public async Task<TextQuery> Query(string text, CancellationToken cancel = default)
    {
        var typed = Words.Of(text).Take(MostWords).ToList();
        if (typed.Count == 0) return new TextQuery("", []);
        if (typed is [{ Length: 1 } letter]) return new TextQuery($$"""{title artist} : ^"{{letter}}"*""", [], Ranked: false);
        var known = typed.Exists(word => Spelling.Tolerance(word) > 0) ? await Known(cancel) : null;
        var parts = typed.Select((word, place) => (Word: word, Corrections: known?.Corrections(word, growing: place == typed.Count - 1 && char.IsLetterOrDigit(text[^1])) ?? [])).ToList();
        return new TextQuery(
            string.Join(" AND ", parts.Select(part => $"({string.Join(" OR ", part.Corrections.Select(also => $"\"{also.Also}\"").Prepend($"\"{part.Word}\"*"))})")),
            [.. parts.SelectMany(part => part.Corrections)]);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private static string Folded(string text) => string.Join(' ', Words.Of(text));

    private void Begin()
    {
        lock (gate)
        {
            if (!catchingUp.IsCompleted) return;
            catchingUp = Task.Run(async () =>
            {
                try
                {
                    await CatchUp(CancellationToken.None);
                }
                catch (Exception error) when (error is System.Data.Common.DbException or ObjectDisposedException)
                {
                    logger.LogError(error, "The search index is not up to date; the next search tries again");
                }
            });
        }
    }

    /// <summary>The vocabulary; a large one that is a little old serves while it is read anew.</summary>
    private async Task<Spelling> Known(CancellationToken cancel)
    {
        if (spelling is { } there && !outdated) return there;
        outdated = false;
        var reading = Task.Run(async () => spelling = new Spelling(await store.Read(db => TrackWords.Vocabulary(db, cancel), cancel)), cancel);
        return spelling is { Count: > SmallVocabulary } old ? old : await reading;
    }
}
