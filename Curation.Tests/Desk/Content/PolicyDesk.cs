using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Tests.Desk.Editions;
using Microsoft.EntityFrameworkCore;

namespace Curation.Tests.Desk.Content;

/// <summary>What tests of the content policy do again and again.</summary>
internal static class PolicyDesk
{
    public static async Task<int> SaveRules(this Newsroom room, params ContentRule[] rules)
    {
        var admin = await room.Desk.Person($"Admin {Guid.NewGuid():N}", Roles.Admin);
        var seen = (await room.Get<ReadContentRules>().Current()).Version;
        return (await room.Get<SaveContentRules>().Run(admin, seen, rules, Lexicon.Read("en; insult; block; grot\n"), "as the test asks")).Number;
    }

    public static ContentRule OfTracks(ContentLevel level, params TrackId[] tracks) =>
        new() { Number = 1, Kind = ContentRuleKind.Tracks, Name = "Not these", Level = level, Tracks = [.. tracks.Select(track => track.Value)] };

    /// <summary>A report about a track, decided by a reviewer.</summary>
    public static async Task<(int Case, string Reference)> Decided(this Newsroom room, TrackId track, ContentMeasure measure, string? territories = null)
    {
        var reference = await room.Get<TakeReport>().Run(new GivenReport(ReportGround.Hate, string.Create(CultureInfo.InvariantCulture, $"urn:curation:track:{track}"), "not for anybody"), null);
        var id = (await room.Get<ListCases>().Waiting()).Single(row => row.Case.Track == track).Case.Id;
        await room.Get<DecideCase>().Run(room.Reviewer, id, new ContentVerdict(measure, "as the test asks", Territories: territories));
        return (id, reference);
    }

    public static async Task Change(this Newsroom room, Func<CurationDb, Task> change)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await change(db);
        await db.SaveChangesAsync();
        await room.Get<CurrentModel>().Refresh();
    }

    public static async Task<Revision> Head(this Newsroom room)
    {
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        return await (from playlist in db.Playlists where playlist.Id == room.Playlist join revision in db.Revisions on playlist.Head equals revision.Id select revision).SingleAsync();
    }
}
