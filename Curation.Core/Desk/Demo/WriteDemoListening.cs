using System.Data.Common;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Curation.Core.Desk.Demo;

/// <summary>Writes listeners, plays and radio shows of a plan inside a transaction, as one import that can be named.</summary>
internal static class WriteDemoListening
{
    /// <summary>The format under which the import of a demo world stands; it also marks the store as holding one.</summary>
    public const string Format = "demo";

    public static async Task Run(CurationDb db, DemoPlan plan, DemoIds ids, string hash, DateTimeOffset at, CancellationToken cancel)
    {
        var rows = plan.Plays.Count + plan.Shows.Sum(show => show.Tracks.Length);
        var batch = new ImportBatch("Demo world", hash, Format, PersonId.Console, at);
        batch.Count(rows, rows, 0, 0, null, null);
        batch.Complete(at);
        db.Imports.Add(batch);
        var listeners = plan.Listeners.Select(Listener).ToList();
        db.Listeners.AddRange(listeners);
        await db.SaveChangesAsync(cancel);
        await Shows(db, plan, ids, batch.Id, cancel);
        await Plays(db, plan, ids, listeners, batch.Id, cancel);
        db.ChangeTracker.Clear();
    }

    private static Listener Listener(DemoListener row)
    {
        var listener = new Listener(row.Key);
        listener.Describe(row.AgeBand, row.Region, row.Since);
        listener.SetProfiling(row.ProfilingOff);
        listener.SetExplicit(row.ExcludesExplicit);
        return listener;
    }

    private static async Task Shows(CurationDb db, DemoPlan plan, DemoIds ids, BatchId batch, CancellationToken cancel)
    {
        var lists = plan.Shows.Select(show => new EvidenceList(show.Key, show.Name, show.On, batch)).ToList();
        db.EvidenceLists.AddRange(lists);
        await db.SaveChangesAsync(cancel);
        for (var i = 0; i < lists.Count; i++)
            db.EvidenceEntries.AddRange(plan.Shows[i].Tracks.Select((track, position) => new EvidenceEntry(lists[i].Id, position, ids.Tracks[track])));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A quarter of a million rows: one prepared command instead of as many tracked objects.</summary>
    private static async Task Plays(CurationDb db, DemoPlan plan, DemoIds ids, List<Listener> listeners, BatchId batch, CancellationToken cancel)
    {
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText =
            """
            INSERT INTO "Plays" ("Listener", "At", "Track", "MsPlayed", "Skipped", "Saved", "Source", "Batch") VALUES (@listener, @at, @track, @ms, @skipped, @saved, @source, @batch)
            """;
        var (listener, at, track, ms) = (Parameter(insert, "@listener"), Parameter(insert, "@at"), Parameter(insert, "@track"), Parameter(insert, "@ms"));
        var (skipped, saved, source) = (Parameter(insert, "@skipped"), Parameter(insert, "@saved"), Parameter(insert, "@source"));
        Parameter(insert, "@batch").Value = batch.Value;
        foreach (var play in plan.Plays)
        {
            cancel.ThrowIfCancellationRequested();
            listener.Value = listeners[play.Listener].Id.Value;
            at.Value = play.At;
            track.Value = ids.Tracks[play.Track].Value;
            ms.Value = play.Ms;
            skipped.Value = play.Skipped;
            saved.Value = play.Saved;
            source.Value = play.Source;
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
