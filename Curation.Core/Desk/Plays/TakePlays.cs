using System.Globalization;
using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Bulk;
using Curation.Core.Storage.Imports;
using Curation.Core.Storage.Plays;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Plays;

/// <summary>Takes plays that a listener's app delivers. They count from the next list, preview or publication on, without training; what a program delivers on one day is one import.</summary>
public sealed class TakePlays(Store store)
{
    /// <summary>Most plays in one batch.</summary>
    public const int Most = 1_000;

    /// <summary>Longest idempotency key.</summary>
    public const int LongestKey = 200;

    /// <summary>How long a delivery is remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private const string Format = "api";

    /// <summary>Takes a batch once; the same batch under the same key is answered as it was the first time, with <c>Again</c> true.</summary>
    /// <exception cref="RefusedException">The batch is too large, or the key was used for other plays; nothing was taken.</exception>
    public Task<(PlaysAnswer Answer, bool Again)> Run(string client, string key, string sha256, IReadOnlyList<GivenPlay> plays, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plays);
        if (plays.Count > Most) throw new RefusedException($"A batch has at most {Most} plays; nothing was taken. Send them in parts.");
        return store.Write(Actor.Console, [], async write =>
        {
            var before = write.Now - Remembered;
            if (await write.Db.PlayDeliveries.SingleOrDefaultAsync(row => row.Client == client && row.Key == key && row.At >= before, write.Cancel) is { } known)
            {
                return known.Sha256 == sha256
                    ? (JsonSerializer.Deserialize<PlaysAnswer>(known.Answer)!, true)
                    : throw new RefusedException("This idempotency key was used for other plays; nothing was taken. Use a new key for each batch.");
            }

            await write.Db.PlayDeliveries.Where(row => row.At < before).ExecuteDeleteAsync(write.Cancel);
            var answer = await Take(write, client, plays);
            write.Db.PlayDeliveries.Add(new PlayDelivery(client, key, sha256, JsonSerializer.Serialize(answer), write.Now));
            return (answer, false);
        }, cancel);
    }

    private static async Task<PlaysAnswer> Take(Write write, string client, IReadOnlyList<GivenPlay> plays)
    {
        var tracks = await GivenTracks.Of(write.Db, plays, write.Cancel);
        var notTaken = new List<PlayNotTaken>();
        var kept = 0;
        var batch = await BatchOf(write, client);
        using (var writer = new PlayWriter(write.Db, batch.Id))
        {
            foreach (var (index, play) in plays.Index())
            {
                if ((play.Problem(write.Now) ?? (tracks.Find(play) is null ? "the catalogue does not have this track" : null)) is { } reason) notTaken.Add(new PlayNotTaken(index, reason));
                else if (writer.Add(play.Listener!, tracks.Find(play)!.Value, play.At!.Value, play.MsPlayed, play.Skipped, play.Saved, play.Source)) kept++;
            }
        }

        var known = plays.Count - kept - notTaken.Count;
        batch.Count(batch.Read + plays.Count - notTaken.Count, batch.Kept + kept, batch.AlreadyThere + known, 0, null, null);
        await write.Log("plays.take", string.Create(CultureInfo.InvariantCulture, $"import:{batch.Id.Value}"), string.Create(CultureInfo.InvariantCulture, $"{client}: {kept} kept, {known} already there, {notTaken.Count} not taken"));
        return new PlaysAnswer(kept, known, notTaken);
    }

    /// <summary>Today's import of this program, which is complete from the start, so that it can be taken back like any other; one that was is followed by another.</summary>
    private static async Task<ImportBatch> BatchOf(Write write, string client)
    {
        var name = $"plays of {client}, {write.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        var batch = await write.Db.Imports.Where(row => row.Format == Format && row.FileName == name && (row.Notes == null || !row.Notes.Contains(ImportBatch.TakenBackMark)))
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(write.Cancel);
        if (batch is not null) return batch;
        batch = new ImportBatch(name, "", Format, PersonId.Console, write.Now);
        batch.Complete(write.Now);
        write.Db.Imports.Add(batch);
        await write.Db.SaveChangesAsync(write.Cancel);
        return batch;
    }
}
