using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Curation.Core.Auditing.Research;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Research;
using Curation.Core.Playlists;
using Curation.Core.Storage.Bulk;
using Curation.Tests.Desk.Editions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Research;

public sealed class ResearchTests
{
    private static readonly DateOnly NextYear = new(2027, 5, 4);

    [Fact]
    public async Task A_bundle_of_an_edition_verifies_names_no_listener_and_stands_in_the_register()
    {
        await using var room = await Published();
        var admin = await room.Desk.Person("Max", Roles.Admin);
        await room.Get<CreatePlaylist>().Run(room.Editor, "Secret Draft");
        var choice = Assert.Single(await room.Get<ReadReleases>().Choices(admin));

        var release = await room.Get<MakeResearchBundle>().Run(admin, choice.Edition, "University of Nowhere", "a study of exposure", NextYear);

        var (bytes, _) = (await room.Get<ReadReleases>().File(admin, release.Id))!.Value;
        Assert.Equal(release.Hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Empty(Bundle.Faults(new MemoryStream(bytes)));
        var text = Text(bytes);
        Assert.Contains("Night Drive", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Draft", text, StringComparison.Ordinal);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var key in await db.Listeners.Select(listener => listener.Key).ToListAsync()) Assert.DoesNotContain($"\"{key}\"", text, StringComparison.Ordinal);
        var row = Assert.Single(await room.Get<ReadReleases>().All(admin));
        Assert.Equal(("University of Nowhere", "Max", 10), (row.Release.Recipient, row.By, row.Release.Minimum));
        Assert.Equal("research.release", (await room.Get<ReadAuditLog>().Newest(1))[0].Entry.Action);
    }

    [Fact]
    public async Task The_same_edition_gives_the_same_file()
    {
        await using var room = await Published();
        var admin = await room.Desk.Person("Max", Roles.Admin);
        var edition = Assert.Single(await room.Get<ReadReleases>().Choices(admin)).Edition;
        var (one, other) = (await room.Get<MakeResearchBundle>().Run(admin, edition, "A", "b", NextYear), await room.Get<MakeResearchBundle>().Run(admin, edition, "C", "d", NextYear));
        Assert.Equal(one.Hash, other.Hash);
        Assert.NotEqual(one.Hash, (await room.Get<MakeResearchBundle>().Run(admin, edition, "A", "b", NextYear, minimum: 5)).Hash);
    }

    [Fact]
    public async Task Too_few_listeners_no_admin_and_a_day_that_passed_are_refused_and_leave_no_line()
    {
        await using var room = await Published();
        var admin = await room.Desk.Person("Max", Roles.Admin);
        var edition = Assert.Single(await room.Get<ReadReleases>().Choices(admin)).Edition;
        var make = room.Get<MakeResearchBundle>();
        await Assert.ThrowsAsync<RefusedException>(() => make.Run(admin, edition, "A", "b", NextYear, minimum: 1000));
        Assert.Contains("at least 5 listeners", (await Assert.ThrowsAsync<RefusedException>(() => make.Run(admin, edition, "A", "b", NextYear, minimum: 4))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => make.Run(admin, edition, "A", "b", new DateOnly(2026, 5, 4)));
        await Assert.ThrowsAsync<RefusedException>(() => make.Run(admin, edition, " ", "b", NextYear));
        await Assert.ThrowsAsync<RefusedException>(() => make.Run(admin, 99, "A", "b", NextYear));
        await Assert.ThrowsAsync<RefusedException>(() => make.Run(room.Reviewer, edition, "A", "b", NextYear));
        Assert.Empty(await room.Get<ReadReleases>().All(admin));
    }

    [Fact]
    public async Task Groups_are_told_apart_as_in_assessments_and_a_track_of_different_artists_counts_once()
    {
        await using var room = await Newsroom.Open(listeners: 80);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var artists = await db.Artists.OrderBy(artist => artist.Id).ToListAsync();
        artists[0].State(ArtistType.Group, Gender.Unknown, "NO", null, "test");
        artists[1].State(ArtistType.Person, Gender.Female, "NO", null, "test");
        artists[2].State(ArtistType.Person, Gender.Male, "SE", null, "test");
        var both = new Track("test:both", "Both", "Two", [artists[1].Id, artists[2].Id]);
        var same = new Track("test:same", "Same", "Two", [artists[0].Id, artists[1].Id]);
        db.Tracks.AddRange(both, same);
        await db.SaveChangesAsync();
        var snapshot = ModelSnapshot.Of(await CatalogueReader.Read(db), null, new Dictionary<TrackId, double>(), new Dictionary<TrackId, IReadOnlyList<TrackTag>>());
        var groups = await TrackGroups.Of(db, snapshot, new DateOnly(2026, 5, 4), CancellationToken.None);
        string[] Of(Track track) => [.. groups.Dimensions.Select(dimension => TrackGroups.GroupOf(dimension, groups.RowOf(track.Id)))];
        Assert.Equal(["gender", "country", "language", "decade"], groups.Dimensions.Select(dimension => dimension.Name));
        Assert.Equal(["several", "several", "unknown", "unknown"], Of(both));
        Assert.Equal(["several", "NO", "unknown", "unknown"], Of(same));
        var gone = TrackGroups.GroupOf(groups.Dimensions[0], groups.RowOf(new TrackId(9_999)));
        Assert.Equal("unknown", gone);
    }

    [Fact]
    public async Task Every_place_of_every_list_is_counted_once_in_each_table()
    {
        await using var room = await Published();
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        var edition = await db.Editions.SingleAsync();
        var places = (await db.EditionLists.Where(list => list.Listener != 0).ToListAsync()).Sum(list => StoredEdition.Slots(edition, list).Length);
        var groups = await TrackGroups.Of(db, await room.Get<CurrentModel>().Get(), new DateOnly(2026, 5, 4), CancellationToken.None);
        var (aggregates, lists) = await CountEdition.Run(db, edition, groups, 10, CancellationToken.None);
        Assert.Equal(80, lists);
        Assert.NotEmpty(aggregates.Tables);
        Assert.All(aggregates.Tables.Where(table => table.Unit == Aggregates.Places), table => Assert.Equal(places, table.Total));
        Assert.Contains(aggregates.Tables, table => table is { Rows: "decade", Columns: "listener age" });
    }

    [Fact]
    public async Task The_register_cannot_be_changed_and_a_file_that_was_is_not_handed_out()
    {
        await using var room = await Published();
        var admin = await room.Desk.Person("Max", Roles.Admin);
        var edition = Assert.Single(await room.Get<ReadReleases>().Choices(admin)).Edition;
        var release = await room.Get<MakeResearchBundle>().Run(admin, edition, "A", "b", NextYear);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM ResearchReleases"));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE ResearchReleases SET Recipient = 'nobody'"));
        await File.AppendAllTextAsync(Path.Combine(room.Desk.Data.Research, $"{release.Hash}.zip"), "x");
        await Assert.ThrowsAsync<RefusedException>(() => room.Get<ReadReleases>().File(admin, release.Id));
    }

    private static string Text(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    /// <summary>An edition for eighty listeners of three age bands and two regions, a few of each.</summary>
    private static async Task<Newsroom> Published()
    {
        var room = await Newsroom.Open(listeners: 80);
        await using var db = await room.Desk.Factory.CreateDbContextAsync();
        foreach (var (i, listener) in (await db.Listeners.OrderBy(listener => listener.Id).ToListAsync()).Index())
            listener.Describe(i % 40 == 0 ? "65+" : i % 3 == 0 ? "18-24" : "25-34", i % 5 == 0 ? "BE" : "NL", null);
        await db.SaveChangesAsync();
        await room.Publish();
        return room;
    }
}
