using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;
using Curation.Core.Storage;
using Curation.Tests.Desk.Editions;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Storage;

/// <summary>A workbench with a published playlist, and a second one by Ada that belongs to Ola, who wrote nothing in it, and that Eve submitted; Bo is Ola under another name.</summary>
public sealed class UpgradeTests
{
    private const string BeforeOwners = "20261129235951_PolicyGuards";

    [Fact]
    public async Task A_store_with_data_keeps_it_through_the_newest_migrations_and_refuses_the_owner_from_then_on()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var people = await Second(room);
        await using var desk = await OlderStore.Of(room.Desk, BeforeOwners);
        await using (var older = await desk.Factory.CreateDbContextAsync())
        {
            Assert.Contains(await older.Database.GetPendingMigrationsAsync(), name => name.EndsWith("_OwnerGuards", StringComparison.Ordinal));
            await Waive(older, people.Playlist, people.Owner);
            await Case(older, people.Playlist, 1);
            await Case(older, people.Playlist, 2);
            await Decide(older, 1, people.Owner);
        }

        await StoreUpgrade.ToCurrent(desk.Factory);

        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal((1, 1), (await db.Waivers.CountAsync(), await db.ContentDecisions.CountAsync()));
        Assert.Contains("Nobody lets findings", await Refused(() => Waive(db, people.Playlist, people.Owner)), StringComparison.Ordinal);
        Assert.Contains("own work or report", await Refused(() => Decide(db, 2, people.Owner)), StringComparison.Ordinal);
        foreach (var who in (PersonId[])[people.Owner, people.Linked])
        {
            var decided = db.Submissions.Where(row => row.Playlist == people.Playlist);
            Assert.Contains("no account of theirs", await Refused(() => decided.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, SubmissionState.SentBack).SetProperty(row => row.DecidedBy, who))), StringComparison.Ordinal);
        }

        await Decide(db, 2, room.Reviewer.Person);
    }

    [Fact]
    public async Task Lists_that_were_stored_before_the_newest_migrations_are_served_as_before()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await using var desk = await OlderStore.Of(room.Desk, BeforeOwners);
        await StoreUpgrade.ToCurrent(desk.Factory);

        foreach (var key in (string?[])[null, "listener-3", "listener-4"])
        {
            var (before, after) = (await Live(room.Desk, key), await Live(desk, key));
            Assert.NotEmpty(after.Tracks);
            Assert.Equal((before.ListHash, before.GivenHash, before.EditionHash), (after.ListHash, after.GivenHash, after.EditionHash));
            Assert.Equal(before.Tracks, after.Tracks);
        }

        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.All(await db.EditionLists.ToListAsync(), list => Assert.False(list.Unprofiled));
        await db.Listeners.Where(row => row.Key == "listener-3").ExecuteUpdateAsync(set => set.SetProperty(row => row.ProfilingOff, true));
        Assert.Equal((await Live(desk, null)).ListHash, (await Live(desk, "listener-3")).ListHash);
    }

    [Fact]
    public async Task In_the_database_too_nobody_with_a_part_in_a_playlist_lets_its_findings_through()
    {
        await using var room = await Newsroom.Open();
        var people = await Second(room);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var who in (PersonId[])[room.Editor.Person, people.Owner, people.Linked, people.Submitter])
            Assert.Contains("Nobody lets findings of their own work through", await Refused(() => Waive(db, people.Playlist, who)), StringComparison.Ordinal);
        await Waive(db, people.Playlist, room.Reviewer.Person);
        Assert.Equal(room.Reviewer.Person, Assert.Single(await db.Waivers.Select(row => row.By).ToListAsync()));
    }

    private static async Task<(PlaylistId Playlist, PersonId Owner, PersonId Linked, PersonId Submitter)> Second(Newsroom room)
    {
        var ola = await room.Desk.Person("Ola", Roles.Editor, Roles.Reviewer);
        var bo = await room.Desk.Person("Bo", Roles.Reviewer);
        var eve = await room.Desk.Person("Eve", Roles.Editor);
        var kim = await room.Desk.Person("Kim", Roles.Admin);
        await room.Get<LinkAccounts>().Run(kim, ola.Person, bo.Person);
        var playlist = await room.Get<CreatePlaylist>().Run(room.Editor, "Second");
        var view = await room.Get<OpenPlaylist>().Newest(playlist);
        await room.Get<EditDraft>().Run(room.Editor, playlist, view!.Version, new DraftEdit.AddTracks([.. room.Camps.Calm]));
        await room.Get<SetOwnership>().Run(room.Editor, playlist, ola.Person, Openness.EveryEditor);
        await room.Get<SubmitPlaylist>().Run(eve, playlist, (await room.Get<OpenPlaylist>().Newest(playlist))!.Version);
        return (playlist, ola.Person, bo.Person, eve.Person);
    }

    private static async Task<ExportedList> Live(TestDesk desk, string? listener) => (await desk.Get<ReadListenerList>().Live("night-drive", listener))!;

    private static Task<int> Waive(CurationDb db, PlaylistId playlist, PersonId by) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "Waivers" ("Playlist", "Key", "Side", "Level", "Bound", "Reason", "Owner", "Until", "By", "At") VALUES ({playlist.Value}, 'gini/artists', 'Above', 'Warn', 0.5, 'a live week', {by.Value}, 1, {by.Value}, 0)""");

    private static Task<int> Case(CurationDb db, PlaylistId playlist, int number) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "ContentCases" ("Id", "Origin", "State", "Playlist", "Written", "Key", "Rule", "RulesVersion", "Level", "Title", "Detail", "OpenedAt", "Measure", "Reason", "Version") VALUES ({number}, 'Report', 'Open', {playlist.Value}, 0, {"case " + number}, 0, 1, 'Note', 'A report', '', 0, 'None', '', 1)""");

    private static Task<int> Decide(CurationDb db, int number, PersonId by) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "ContentDecisions" ("Case", "Measure", "Reason", "Everywhere", "By", "At") VALUES ({number}, 'None', 'nothing to it', 1, {by.Value}, 0)""");

    private static async Task<string> Refused(Func<Task<int>> write) => (await Assert.ThrowsAsync<SqliteException>(write)).Message;
}
