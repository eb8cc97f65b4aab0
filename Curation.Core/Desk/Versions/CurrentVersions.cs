using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Versions;

/// <summary>Holds what is known of versions for the whole process: likenesses made once for a catalogue, and above them what people said last.</summary>
public sealed class CurrentVersions(Store store, CurrentModel current) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private Catalogue? catalogue;
    private Likenesses likenesses = Likenesses.None;
    private volatile VersionBook? book;

    /// <summary>Raised after somebody said something, from any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The book as it stands now.</summary>
    public async ValueTask<VersionBook> Get(CancellationToken cancel = default)
    {
        var snapshot = await current.Get(cancel);
        if (book is { } there && ReferenceEquals(catalogue, snapshot.Catalogue)) return there;
        await one.WaitAsync(cancel);
        try
        {
            if (book is { } made && ReferenceEquals(catalogue, snapshot.Catalogue)) return made;
            if (!ReferenceEquals(catalogue, snapshot.Catalogue))
            {
                likenesses = await Task.Run(() => Likenesses.Within(snapshot.Catalogue.Tracks.OrderBy(track => track.Id)), cancel);
                catalogue = snapshot.Catalogue;
            }

            var read = await store.Read(db => Read(db, likenesses, cancel), cancel);
            book = read;
            return read;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Reads again what people said, after somebody said something.</summary>
    internal async Task Renew(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        book = null;
        one.Release();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private static async Task<VersionBook> Read(CurationDb db, Likenesses likenesses, CancellationToken cancel)
    {
        var held = await db.VersionVerdicts.Where(verdict => verdict.TakenBackAt == null).OrderBy(verdict => verdict.Id).ToListAsync(cancel);
        var verdicts = held.Where(verdict => !verdict.IsChoice).Select(verdict => new Verdict(verdict.One, verdict.Other, verdict.Says)).ToList();
        return new VersionBook(likenesses, verdicts, [.. held.Where(verdict => verdict.IsChoice).Select(verdict => verdict.One)]);
    }
}
