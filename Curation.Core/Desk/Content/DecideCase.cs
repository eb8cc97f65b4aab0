using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Reviews;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>A reviewer who has no part in it decides a case, and another one answers an appeal against that.</summary>
public sealed class DecideCase(Store store)
{
    /// <summary>Decides an open case, or answers the appeal that waits in it; the database holds that nobody decides on their own work or report, nor twice.</summary>
    /// <exception cref="RefusedException">It was decided already, the person is involved, or there is no reason; nothing was changed.</exception>
    public Task Run(Actor actor, int id, ContentVerdict verdict, CancellationToken cancel = default) => store.Write(actor, [Roles.Reviewer], async write =>
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var row = await write.Db.ContentCases.SingleOrDefaultAsync(found => found.Id == id, cancel) ?? throw new RefusedException("There is no such case; nothing was decided.");
        if (verdict.Until is { } until && until < DateOnly.FromDateTime(write.Now.UtcDateTime)) throw new RefusedException("The last day of this decision is over already; nothing was decided.");
        var involved = await Involved(write.Db, row, cancel);
        await MustBeAnother(write, involved, "had a part in this");
        var appeal = await write.Db.ContentAppeals.SingleOrDefaultAsync(found => found.Case == id && found.State == AppealState.Waiting, cancel);
        ContentDecision decision;
        if (appeal is null)
        {
            decision = row.Decide(verdict, actor.Person, involved, write.Now);
        }
        else
        {
            var earlier = await write.Db.ContentDecisions.Where(made => made.Case == id).Select(made => made.By).ToListAsync(cancel);
            await MustBeAnother(write, earlier, "decided this before");
            decision = appeal.Answer(row, verdict, actor.Person, involved, earlier, write.Now);
        }

        write.Db.ContentDecisions.Add(decision);
        await Concerned.Note(write, row, decision.Everywhere);
        await write.Log(
            appeal is null ? "content.decide" : "content.answer-appeal",
            string.Create(CultureInfo.InvariantCulture, $"case:{id}"),
            $"{decision.Measure}{(decision.Everywhere ? " everywhere" : "")}{(decision.Territories is { } where ? $" in {where}" : "")}{(row.Track is { } track ? $", track {track}" : "")}{(row.Playlist is { } of ? $", playlist {of}" : "")}: {decision.Reason}");
    }, cancel);

    /// <summary>Nobody decides through a second account; what the account itself may is said by the case.</summary>
    private static async Task MustBeAnother(Write write, IEnumerable<PersonId> others, string did)
    {
        var me = write.Actor.Person;
        if (await Independence.AccountsOf(write.Db, me, [.. others.Where(other => other != me)], did, write.Cancel) is { } same) throw new RefusedException($"{same}, so somebody else decides. Nothing was changed.");
    }

    /// <summary>Who wrote in the playlist of a case, owns it or reported it, and so never decides.</summary>
    internal static async Task<List<PersonId>> Involved(CurationDb db, ContentCase row, CancellationToken cancel)
    {
        var people = await db.OutsideReports.Where(report => report.Case == row.Id && report.Person != null).Select(report => report.Person!.Value).ToListAsync(cancel);
        return row.Playlist is { } playlist ? [.. people, .. await Independence.Involved(db, playlist, cancel)] : people;
    }
}
