using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Attributes;

public sealed class AttributeTests
{
    [Fact]
    public async Task Values_are_stated_by_name_and_by_identifier_and_read_back_with_their_source()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        await desk.Tracks(4);
        var mbid = await Identified(desk, "Artist 1");
        var id = await desk.Get<DefineAttribute>().Run(admin, "  label type ", AttributeSubject.Artist);

        var taken = await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "Label register", $"artist,value\nARTIST 0,independent\n{mbid},major\n\"Artist 2\",independent\nNobody,major\n");

        Assert.Equal(3, taken);
        var view = await desk.Get<ListAttributes>().Find(id);
        Assert.Equal([("independent", 2), ("major", 1)], view!.Groups.Select(group => (group.Value, group.Count)));
        Assert.Equal((3, 1, 4), (view.Known, view.Unknown, view.All));
        Assert.Equal(["Label register"], view.Groups[0].Sources);
        var table = Assert.Single(await desk.Get<ListAttributes>().Tables());
        Assert.Equal(("label type", true, 3), (table.Name, table.OfArtists, table.Count));
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal("major", table.Find((await db.Artists.SingleAsync(artist => artist.Mbid == mbid)).Id.Value));
        Assert.Equal(new AttributeRow(id, "label type", AttributeSubject.Artist, 3, 4, 2), Assert.Single(await desk.Get<ListAttributes>().All()));
    }

    [Fact]
    public async Task The_review_says_of_every_line_what_it_means_and_why_one_stays_out()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        await desk.Tracks(5);
        var id = await desk.Get<DefineAttribute>().Run(admin, "label type", AttributeSubject.Artist);
        await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "First", "Artist 0,major\nArtist 1,major\nArtist 2,major");

        var lines = await desk.Get<ReviewValues>().Of(id, $"Artist 0;major\nArtist 1;independent\nArtist 2;\nArtist 3;independent\nArtist 3;major\nNobody;major\nArtist 4\nArtist 4;unknown\nArtist 4;{new string('x', 61)}\n{Guid.NewGuid()};major");

        Assert.Equal([false, true, true, true, false, false, false, false, false, false], lines.Select(line => line.Changes));
        Assert.Equal(("Artist 1", "major", "independent"), (lines[1].Found, lines[1].Before, lines[1].Value));
        Assert.Contains("Line 4 states \"independent\"", lines[4].Problem, StringComparison.Ordinal);
        Assert.Contains("No artist", lines[5].Problem, StringComparison.Ordinal);
        Assert.Contains("a name and a value", lines[6].Problem, StringComparison.Ordinal);
        Assert.Contains("leave the value empty", lines[7].Problem, StringComparison.Ordinal);
        Assert.Contains("at most 60", lines[8].Problem, StringComparison.Ordinal);
        Assert.Contains("No artist", lines[9].Problem, StringComparison.Ordinal);
        Assert.Null(lines[0].Problem);
    }

    [Fact]
    public async Task An_empty_value_takes_one_back_and_the_log_says_what_was_done()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        await desk.Tracks(2);
        var id = await desk.Get<DefineAttribute>().Run(admin, "label type", AttributeSubject.Artist);
        await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "First", "Artist 0\tmajor\nArtist 1\tmajor");

        Assert.Equal(2, await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "Second", "Artist 0,\nArtist 1,independent"));

        Assert.Equal([("independent", 1)], (await desk.Get<ListAttributes>().Find(id))!.Groups.Select(group => (group.Value, group.Count)));
        var log = await desk.Get<ReadAuditLog>().Newest(10);
        Assert.Contains(log, row => row.Entry.Action == "attribute.values" && row.Entry.Detail == "\"label type\": 0 stated, 1 changed, 1 taken back; source: Second");
    }

    [Fact]
    public async Task Tracks_are_named_by_artist_and_title_by_isrc_or_by_identifier()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        var tracks = await desk.Tracks(3);
        var mbid = Guid.NewGuid();
        await using (var db = await desk.Factory.CreateDbContextAsync())
        {
            (await db.Tracks.Include(track => track.Credits).SingleAsync(track => track.Id == tracks[1])).State(isrc: "XXA012600001");
            (await db.Tracks.Include(track => track.Credits).SingleAsync(track => track.Id == tracks[2])).State(mbid: mbid);
            await db.SaveChangesAsync();
        }

        var id = await desk.Get<DefineAttribute>().Run(admin, "recording", AttributeSubject.Track);
        await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "Archive", $"artist,title,value\nArtist 0,Track 0,live");
        await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "Archive", $"xxa012600001,studio\n{mbid},live");

        var table = Assert.Single(await desk.Get<ListAttributes>().Tables());
        Assert.False(table.OfArtists);
        Assert.Equal(["live", "studio", "live"], tracks.Select(track => table.Find(track.Value)));
    }

    [Fact]
    public async Task Names_are_told_apart_whatever_their_case_and_those_of_assessments_are_not_free()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        var id = await desk.Get<DefineAttribute>().Run(admin, "Scene", AttributeSubject.Artist);
        Assert.Contains("already an attribute \"Scene\"", (await Refused(() => desk.Get<DefineAttribute>().Run(admin, "SCENE", AttributeSubject.Track))).Message, StringComparison.Ordinal);
        Assert.Contains("by \"gender\"", (await Refused(() => desk.Get<DefineAttribute>().Run(admin, "Gender", AttributeSubject.Artist))).Message, StringComparison.Ordinal);
        await Refused(() => desk.Get<DefineAttribute>().Run(admin, " ", AttributeSubject.Artist));
        await Refused(() => desk.Get<DefineAttribute>().Run(admin, "a × b", AttributeSubject.Artist));
        await Refused(() => desk.Get<DefineAttribute>().Run(admin, new string('x', 61), AttributeSubject.Artist));
        await desk.Get<RenameAttribute>().Run(admin, id, await Version(desk, id), "Movement");
        Assert.Equal("Movement", Assert.Single(await desk.Get<ListAttributes>().All()).Name);
    }

    [Fact]
    public async Task The_later_of_two_admins_is_told_and_overwrites_nothing()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        await desk.Tracks(1);
        var id = await desk.Get<DefineAttribute>().Run(admin, "Scene", AttributeSubject.Artist);
        var opened = await Version(desk, id);
        await desk.Get<SetValues>().Run(admin, id, opened, "First", "Artist 0,north");
        Assert.Contains("Somebody else has changed \"Scene\"", (await Refused(() => desk.Get<SetValues>().Run(admin, id, opened, "Second", "Artist 0,south"))).Message, StringComparison.Ordinal);
        await Refused(() => desk.Get<RenameAttribute>().Run(admin, id, opened, "Other"));
        await Refused(() => desk.Get<DeleteAttribute>().Run(admin, id, opened));
        Assert.Equal("north", Assert.Single((await desk.Get<ListAttributes>().Find(id))!.Groups).Value);
    }

    [Fact]
    public async Task Deleting_an_attribute_takes_its_values_with_it()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        await desk.Tracks(1);
        var id = await desk.Get<DefineAttribute>().Run(admin, "Scene", AttributeSubject.Artist);
        await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "First", "Artist 0,north");
        await desk.Get<DeleteAttribute>().Run(admin, id, await Version(desk, id));
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal((0, 0), (await db.Attributes.CountAsync(), await db.AttributeValues.CountAsync()));
        Assert.Contains(await desk.Get<ReadAuditLog>().Newest(5), row => row.Entry.Detail == "\"Scene\" with 1 values");
    }

    [Fact]
    public async Task Without_a_source_or_without_a_line_that_changes_anything_nothing_is_written()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        await desk.Tracks(1);
        var id = await desk.Get<DefineAttribute>().Run(admin, "Scene", AttributeSubject.Artist);
        Assert.Contains("who states", (await Refused(async () => await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), " ", "Artist 0,north"))).Message, StringComparison.Ordinal);
        Assert.Contains("No line changes anything", (await Refused(async () => await desk.Get<SetValues>().Run(admin, id, await Version(desk, id), "First", "Nobody,north"))).Message, StringComparison.Ordinal);
        Assert.Contains("longer than", (await Refused(() => desk.Get<ReviewValues>().Of(id, new string('x', ReviewValues.MostCharacters + 1)))).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(Roles.Editor), InlineData(Roles.Reviewer)]
    public async Task Only_admins_define_rename_state_and_delete(string role)
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Root", Roles.Admin);
        var other = await desk.Person("Other", role);
        await desk.Tracks(1);
        var id = await desk.Get<DefineAttribute>().Run(admin, "Scene", AttributeSubject.Artist);
        var version = await Version(desk, id);
        await Refused(() => desk.Get<DefineAttribute>().Run(other, "Mine", AttributeSubject.Artist));
        await Refused(() => desk.Get<RenameAttribute>().Run(other, id, version, "Mine"));
        await Refused(() => desk.Get<SetValues>().Run(other, id, version, "Me", "Artist 0,north"));
        await Refused(() => desk.Get<DeleteAttribute>().Run(other, id, version));
        Assert.Equal(("Scene", 0), (await desk.Get<ListAttributes>().All()).Select(row => (row.Name, row.Known)).Single());
    }

    private static async Task<int> Version(TestDesk desk, AttributeId id) => (await desk.Get<ListAttributes>().Find(id))!.Attribute.Version;

    private static Task<RefusedException> Refused(Func<Task> act) => Assert.ThrowsAsync<RefusedException>(act);

    private static async Task<Guid> Identified(TestDesk desk, string name)
    {
        var mbid = Guid.NewGuid();
        await using var db = await desk.Factory.CreateDbContextAsync();
        (await db.Artists.SingleAsync(artist => artist.Name == name)).State(ArtistType.Person, Gender.Unknown, null, mbid, "test");
        await db.SaveChangesAsync();
        return mbid;
    }
}
