using Curation.Core.Auditing.Assessing;
using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>Makes in memory the lists that listeners would get from a revision: those of all of them, or at once those of a sample.</summary>
public sealed class SimulateAudience(Store store, SampledAudience sample)
{
    /// <summary>Listeners whose histories are read in one look. Default 1,000.</summary>
    internal int Chunk { get; set; } = 1_000;

    /// <summary>The lists of everybody. Reads what they heard past the change tracker, on each core another part of the listeners.</summary>
    /// <param name="snapshot">Catalogue and model.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="report">Told after every few chunks how many lists of how many there are; throws to stop.</param>
    /// <param name="cancel">Stops between chunks.</param>
    internal async Task<Simulation> Everybody(ModelSnapshot snapshot, Revision revision, Func<int, int, Task>? report, CancellationToken cancel)
    {
        var at = store.Now;
        var composer = await ComposerOf(snapshot, revision, at, cancel);
        var simulator = new Simulator(snapshot, composer);
        var listeners = await store.Read(db => AudienceHistories.Everybody(db, cancel), cancel);
        var (histories, lists, fits, relevance) = (new ListenerHistory[listeners.Length], new TrackId[listeners.Length][], new double[listeners.Length], new float[listeners.Length][]);
        var starts = Enumerable.Range(0, (listeners.Length + Chunk - 1) / Chunk).Select(number => number * Chunk);
        foreach (var wave in starts.Chunk(Environment.ProcessorCount))
        {
            await Parallel.ForEachAsync(wave, cancel, async (start, token) =>
            {
                var length = Math.Min(Chunk, listeners.Length - start);
                var part = await store.Read(db => AudienceHistories.OfNeighbours(db, new ArraySegment<KnownListener>(listeners, start, length), snapshot.Weights, token), token);
                part.CopyTo(histories, start);
                var recipients = Array.ConvertAll(part, history => history.ToRecipient(snapshot.Model?.Factorisation));
                simulator.Make(recipients, lists.AsSpan(start, length), fits.AsSpan(start, length), relevance.AsSpan(start, length));
            });
            if (report is not null) await report(Math.Min(listeners.Length, wave[^1] + Chunk), listeners.Length);
        }

        var audience = new SimulatedAudience(listeners, histories, listeners.Length, at);
        return new Simulation(composer.Origin, revision.Draft, snapshot, audience, Simulator.Joined(listeners, lists), fits, Simulator.Joined(relevance), simulator.Shared(), await Live(revision.Playlist, audience, cancel));
    }

    /// <summary>The lists of every nth listener by id, from histories that are held in memory.</summary>
    internal async Task<Simulation> Sample(ModelSnapshot snapshot, Revision revision, CancellationToken cancel)
    {
        var (audience, recipients) = await sample.Get(snapshot, cancel);
        var composer = await ComposerOf(snapshot, revision, store.Now, cancel);
        var simulator = new Simulator(snapshot, composer);
        var (lists, fits, relevance) = (new TrackId[recipients.Length][], new double[recipients.Length], new float[recipients.Length][]);
        var part = Math.Max(1, (recipients.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
        await Parallel.ForAsync(0, (recipients.Length + part - 1) / part, cancel, (number, _) =>
        {
            var (start, length) = (number * part, Math.Min(part, recipients.Length - (number * part)));
            simulator.Make(recipients.AsSpan(start, length), lists.AsSpan(start, length), fits.AsSpan(start, length), relevance.AsSpan(start, length));
            return ValueTask.CompletedTask;
        });
        return new Simulation(composer.Origin, revision.Draft, snapshot, audience, Simulator.Joined(audience.Listeners, lists), fits, Simulator.Joined(relevance), simulator.Shared(), await Live(revision.Playlist, audience, cancel));
    }

    /// <summary>What the lists of a revision would name as their origin.</summary>
    internal async Task<ListOrigin> OriginOf(ModelSnapshot snapshot, Revision revision, CancellationToken cancel) => (await ComposerOf(snapshot, revision, store.Now, cancel)).Origin;

    private Task<Composer> ComposerOf(ModelSnapshot snapshot, Revision revision, DateTimeOffset at, CancellationToken cancel) =>
        store.Read(db => ComposerFor.Revision(db, snapshot, revision, at, cancel), cancel);

    private Task<ListSet?> Live(PlaylistId playlist, SimulatedAudience audience, CancellationToken cancel) => store.Read(async db =>
    {
        var live = await db.Playlists.Where(row => row.Id == playlist).Select(row => row.LiveEdition).SingleOrDefaultAsync(cancel);
        return live == 0 ? null : await LiveLists.Of(db, live, audience, cancel);
    }, cancel);
}
