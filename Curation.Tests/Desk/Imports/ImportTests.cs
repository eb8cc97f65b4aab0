using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Search;
using Curation.Core.Importing;
using Curation.Core.Playlists;
using Curation.Core.Storage.Bulk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Imports;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Plays = "listener,time,title,artist,album,ms_played\nada,1709649000,One,Low Tide feat. North Pier,Harbour,61000\nada,1709649300,Two,Low Tide,Harbour,\nbob,1709649000,one,LOW TIDE feat. North Pier,,\nada,1709649000,One,Low Tide feat. North Pier,Harbour,61000\nada,never,Two,Low Tide,,\n";
    private const string Radio = "played_at,title,artist,album,seconds,programme\n2012-02-06T22:00:00Z,One,Low Tide,,178,Late\n2012-02-06T22:05:00Z,Two,Low Tide,Harbour,200,Late\n2012-02-06T22:10:00Z,One,Low Tide,,178,Late\n2012-02-07T22:00:00Z,One,Low Tide,,178,Late\n";
    private ImportScratch scratch = null!;

    public async ValueTask InitializeAsync() => scratch = await ImportScratch.Open();

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    [Fact]
    public async Task Plays_bring_listeners_tracks_artists_and_releases_and_a_double_row_is_there_once()
    {
        var summary = await scratch.Import(scratch.Files.Write("plays.csv", Plays));
        Assert.Equal((5L, 3L, 1L, 1L), (summary.Read, summary.Kept, summary.AlreadyThere, summary.Quarantined));
        Assert.Equal((3, 2, 2, 2, 1), await Counts());
        var credits = await scratch.Look(db => db.Tracks.Where(track => track.Title == "One").Include(track => track.Credits).SingleAsync());
        Assert.Equal(2, credits.Credits.Count);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing()
    {
        var path = scratch.Files.Write("plays.csv", Plays);
        await scratch.Import(path);
        var before = await Counts();
        var again = await scratch.Import(path);
        Assert.Equal((5L, 0L, 4L, 1L), (again.Read, again.Kept, again.AlreadyThere, again.Quarantined));
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task What_was_set_aside_stands_in_a_file_with_line_and_reason()
    {
        var summary = await scratch.Import(scratch.Files.Write("plays.csv", Plays));
        var lines = await File.ReadAllLinesAsync(summary.Quarantine!);
        Assert.Equal("file,line,reason,row", lines[0]);
        Assert.StartsWith("\"plays.csv\",6,\"time is no time", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_disarmed_in_the_quarantine()
    {
        var summary = await scratch.Import(scratch.Files.Write("plays.csv", "time,title,artist,listener\n=1+1,One,Low Tide,ada\n"));
        Assert.Contains(",\"'=1+1,One,Low Tide,ada\"", await File.ReadAllTextAsync(summary.Quarantine!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_on_a_day_becomes_one_list_of_evidence_apart_from_plays()
    {
        var path = scratch.Files.Write("radio.csv", Radio);
        Assert.Equal(4, (await scratch.Import(path)).Kept);
        Assert.Equal(2, await scratch.Look(db => db.EvidenceLists.CountAsync()));
        Assert.Equal(["One", "Two", "One"], await scratch.Look(db => (from entry in db.EvidenceEntries
                                                                      join list in db.EvidenceLists on entry.List equals list.Id
                                                                      join track in db.Tracks on entry.Track equals track.Id
                                                                      where list.On == new DateOnly(2012, 2, 6)
                                                                      orderby entry.Position
                                                                      select track.Title).ToListAsync()));
        Assert.Equal(0, await scratch.Look(db => db.Plays.CountAsync()));
        Assert.Equal((0L, 4L), ((await scratch.Import(path)).Kept, (await scratch.Import(path)).AlreadyThere));
        Assert.Equal(4, await scratch.Look(db => db.EvidenceEntries.CountAsync()));
    }

    [Fact]
    public async Task A_list_that_grew_gains_only_what_is_new()
    {
        await scratch.Import(scratch.Files.Write("radio.csv", Radio));
        var longer = await scratch.Import(scratch.Files.Write("radio2.csv", Radio + "2012-02-06T22:15:00Z,One,Low Tide,,178,Late\n"));
        Assert.Equal((1L, 4L), (longer.Kept, longer.AlreadyThere));
    }

    [Fact]
    public async Task A_later_source_fills_what_was_not_known_and_changes_nothing_else()
    {
        await scratch.Import(scratch.Files.Write("a.csv", "title,artist,duration_ms\nOne,Low Tide,1000\n"));
        var summary = await scratch.Import(scratch.Files.Write("b.csv", "title,artist,duration_ms,year,tempo,genre\nOne,Low Tide,2000,1999,120,Rock\n"));
        Assert.Equal(1, summary.Kept);
        var track = await scratch.Look(db => db.Tracks.SingleAsync());
        Assert.Equal((1000, new DateOnly(1999, 1, 1), 120.0), (track.DurationMs, track.ReleasedOn, track.Features.Tempo));
        Assert.Equal("Rock", (await scratch.Look(db => db.Genres.SingleAsync())).Name);
        Assert.Equal(1, (await scratch.Import(scratch.Files["b.csv"])).AlreadyThere);
    }

    [Fact]
    public async Task Artist_facts_say_how_they_were_joined_and_a_name_gives_no_identity()
    {
        await scratch.Import(scratch.Files.Write("t.csv", "title,artist,artist_mbid\nA,Low Tide,\nB,North Pier,0039cd9c-ea95-4553-86c4-4f729984cc2f\nC,The Jets,\n"));
        var path = scratch.Files.Write("mb.tsv", "artist_mbid\tname\ttype\tgender\tcountry\n001a1d90-56dc-4992-bd7d-970ecd7105d0\tLow Tide\tPerson\tFemale\tGB\n0039cd9c-ea95-4553-86c4-4f729984cc2f\tN. Pier\tPerson\tMale\tFR\n0053dbd9-bfbc-4e38-9f08-66a27d914c38\tThe Jets\tGroup\t\tGB\n0059d0f1-8d04-4363-a2b2-d79f8b9a29b8\tThe Jets\tGroup\t\tUS\n00000000-8d04-4363-a2b2-d79f8b9a29b8\tNobody\tGroup\t\tUS\n");
        var summary = await scratch.Import(path);
        Assert.Equal((5L, 2L, 0L, 3L), (summary.Read, summary.Kept, summary.AlreadyThere, summary.Quarantined));
        Assert.Equal((1L, 1L, 2L, 1L), (summary.Joins[ArtistJoin.ByMbid], summary.Joins[ArtistJoin.ByName], summary.Joins[ArtistJoin.Ambiguous], summary.Joins[ArtistJoin.NotThere]));
        var artists = await scratch.Look(db => db.Artists.ToDictionaryAsync(artist => artist.Name));
        Assert.Equal((Gender.Female, "GB", "MusicBrainz, by exact name", null), (artists["Low Tide"].Gender, artists["Low Tide"].Country, artists["Low Tide"].GenderSource, artists["Low Tide"].Mbid));
        Assert.Equal((Gender.Male, "FR", "MusicBrainz"), (artists["North Pier"].Gender, artists["North Pier"].Country, artists["North Pier"].GenderSource));
        Assert.Null(artists["The Jets"].Country);
        Assert.Equal(2, (await scratch.Import(path)).AlreadyThere);
    }

    [Fact]
    public async Task Tallies_and_tags_come_in_once_and_apart_from_plays()
    {
        scratch.Files.Write("set/artists.dat", "id\tname\n1\tLow Tide\n2\tNorth Pier\n");
        scratch.Files.Write("set/tags.dat", "tagID\ttagValue\n1\tRock\n");
        scratch.Files.Write("set/user_artists.dat", "userID\tartistID\tweight\n7\t1\t10\n7\t2\t5\n7\t2\t5\n");
        scratch.Files.Write("set/user_taggedartists.dat", "userID\tartistID\ttagID\n7\t1\t1\n8\t1\t1\n");
        var summary = await scratch.Import(scratch.Files["set"]);
        Assert.Equal((7L, 6L, 1L), (summary.Read, summary.Kept, summary.AlreadyThere));
        Assert.Equal([10, 5], await scratch.Look(db => db.Tallies.Select(tally => tally.Count).OrderDescending().ToListAsync()));
        Assert.Equal(("rock", 2), await scratch.Look(async db => { var tag = await db.TrackTags.SingleAsync(); return (tag.Tag, tag.Count); }));
        Assert.Equal(7, (await scratch.Import(scratch.Files["set"])).AlreadyThere);
    }

    [Fact]
    public async Task An_import_can_be_taken_back_and_leaves_the_catalogue()
    {
        var summary = await scratch.Import(scratch.Files.Write("plays.csv", Plays));
        Assert.Equal((3, 0, 0), await scratch.Desk.Get<TakeBackImport>().Run(Actor.Console, summary.Batch));
        Assert.Equal((0, 2, 2, 2, 1), await Counts());
        Assert.True(Assert.Single(await scratch.Desk.Get<ListImports>().Newest(10)).TakenBack);
        await Assert.ThrowsAsync<RefusedException>(() => scratch.Desk.Get<TakeBackImport>().Run(Actor.Console, summary.Batch));
    }

    [Fact]
    public async Task What_is_imported_while_people_work_is_found_at_once()
    {
        var find = scratch.Desk.Get<FindTracks>();
        Assert.Empty(await find.Matching("two"));
        await scratch.Import(scratch.Files.Write("plays.csv", Plays));
        Assert.Equal("Two", Assert.Single(await find.Matching("two")).Track.Title);
    }

    [Fact]
    public async Task Only_an_admin_imports()
    {
        var editor = await scratch.Desk.Person("ed", Roles.Editor);
        var path = scratch.Files.Write("plays.csv", Plays);
        await Assert.ThrowsAsync<RefusedException>(() => scratch.Desk.Get<PreviewImport>().Run(editor, path, "plays.csv", null, uploaded: false));
        var preview = await scratch.Desk.Get<PreviewImport>().Run(Actor.Console, path, "plays.csv", null, uploaded: false);
        await Assert.ThrowsAsync<RefusedException>(() => scratch.Desk.Get<QueueImport>().Run(editor, preview.Arguments));
        await Assert.ThrowsAsync<RefusedException>(() => scratch.Desk.Get<ReceiveUpload>().Run(editor, new MemoryStream([1])));
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        var preview = await scratch.Desk.Get<PreviewImport>().Run(Actor.Console, scratch.Files.Write("plays.csv", Plays), "plays.csv", null, uploaded: false);
        Assert.Equal(["ada", "1709649000", "One", "Low Tide feat. North Pier", "Harbour", "61000"], preview.Sample[0]);
        var found = await scratch.Desk.Get<PreviewImport>().DryRun(Actor.Console, preview.Arguments);
        Assert.Equal((5L, 4L, 1L, 6L), (found.Read, found.Good["plays"], found.Quarantined, found.Problems[0].Line));
        Assert.Equal((0, 0, 0, 0, 0), await Counts());
    }

    private Task<(int, int, int, int, int)> Counts() => scratch.Look(async db => (
        await db.Plays.CountAsync(), await db.Listeners.CountAsync(), await db.Tracks.CountAsync(), await db.Artists.CountAsync(), await db.Releases.CountAsync()));
}
