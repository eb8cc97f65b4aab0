using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Together;

public sealed class ProposalTests
{
    [Fact]
    public async Task Where_others_suggest_nobody_but_the_owner_saves()
    {
        await using var desk = await TestDesk.Open();
        var page = await Owned(desk);
        var before = await page.Now();
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<EditDraft>().Run(page.Rob, page.Id, before.Version, new DraftEdit.AddTracks([page.Tracks[2]])));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SetOwnership>().Run(page.Rob, page.Id, page.Rob.Person, Openness.EveryEditor));
        await desk.Get<EditDraft>().Run(page.Ann, page.Id, before.Version, new DraftEdit.Describe("Ann's", "", null));
        Assert.Equal(("Ann's", 2), ((await page.Now()).Draft.Title, (await page.Now()).Draft.Pool.Length));
    }

    [Fact]
    public async Task The_owner_takes_a_proposal_edit_by_edit_on_top_of_the_newest_and_its_writer_counts_as_an_author()
    {
        await using var desk = await TestDesk.Open();
        var page = await Owned(desk);
        var seen = (await page.Now()).Draft;
        DraftEdit[] edits = [new DraftEdit.AddTracks([page.Tracks[2]]), Meant(seen, new DraftEdit.WriteNote(page.Tracks[0], "opens")), Meant(seen, new DraftEdit.RemoveTracks([page.Tracks[1]]))];
        var proposal = await desk.Get<SuggestChanges>().Run(page.Rob, page.Id, edits, "for the night");
        Assert.Equal(proposal, Assert.Single(await desk.Get<ReadComments>().WaitingFor(page.Ann.Person)).Proposal);
        await desk.Get<EditDraft>().Run(page.Ann, page.Id, (await page.Now()).Version, new DraftEdit.Describe("Later", "", null));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DecideProposal>().Run(page.Rob, proposal, [0, 1, 2]));

        Assert.Empty(await desk.Get<DecideProposal>().Run(page.Ann, proposal, [0, 1], "not the last one"));

        var draft = (await page.Now()).Draft;
        Assert.Equal(page.Tracks, draft.Pool.Select(entry => entry.Track));
        Assert.Equal(("Later", "opens", page.Rob.Person), (draft.Title, draft.Pool[0].Note, draft.Pool[2].AddedBy));
        var row = Assert.Single(await desk.Get<ReadProposals>().Of(page.Id));
        Assert.Equal((ProposalState.PartlyTaken, "not the last one"), (row.Proposal.State, row.Proposal.Answer));
        Assert.Equal([ProposalState.Taken, ProposalState.Taken, ProposalState.Left], row.Edits.Select(edit => edit.State));
        Assert.Equal(ProposalState.PartlyTaken, Assert.Single(await desk.Get<ReadComments>().WaitingFor(page.Rob.Person)).Outcome);
        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Contains(page.Rob.Person, db.PlaylistAuthors.Where(author => author.Playlist == page.Id).Select(author => author.Person));
        var record = (await desk.Get<ReadEdits>().Newest(page.Id))[0];
        Assert.Equal((page.Rob.Person, page.Ann.Person), (record.Record.By, record.Record.TakenBy!.Value));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<DecideProposal>().Run(page.Ann, proposal, [2]));
    }

    [Fact]
    public async Task What_the_owner_set_otherwise_meanwhile_comes_back_as_a_conflict_and_stays()
    {
        await using var desk = await TestDesk.Open();
        var page = await Owned(desk);
        var seen = (await page.Now()).Draft;
        var proposal = await desk.Get<SuggestChanges>().Run(page.Rob, page.Id, [Meant(seen, new DraftEdit.WriteNote(page.Tracks[0], "theirs")), new DraftEdit.AddTracks([page.Tracks[2]])], "");
        await desk.Get<EditDraft>().Run(page.Ann, page.Id, (await page.Now()).Version, new DraftEdit.WriteNote(page.Tracks[0], "hers"));
        var conflict = Assert.Single(await desk.Get<DecideProposal>().Run(page.Ann, proposal, [0, 1]));
        Assert.Equal(("\"theirs\"", "\"hers\""), (conflict.Mine, conflict.Theirs));
        Assert.Equal(("hers", 3), ((await page.Now()).Draft.Pool[0].Note, (await page.Now()).Draft.Pool.Length));
    }

    [Fact]
    public async Task A_playlist_is_handed_over_and_an_admin_can_do_it_for_an_owner_who_left()
    {
        await using var desk = await TestDesk.Open();
        var page = await Owned(desk);
        var may = await desk.Person("May", Roles.Admin);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<SetOwnership>().Run(page.Ann, page.Id, may.Person, Openness.OthersSuggest));
        await desk.Get<SetOwnership>().Run(may, page.Id, page.Rob.Person, Openness.OthersSuggest);
        await Assert.ThrowsAsync<RefusedException>(async () => await desk.Get<EditDraft>().Run(page.Ann, page.Id, (await page.Now()).Version, new DraftEdit.Describe("Ann's", "", null)));
        Assert.Equal("Rob", (await desk.Get<ReadProposals>().Owner(page.Id))!.OwnerName);
    }

    [Fact]
    public async Task The_edit_log_says_exactly_what_was_done_and_nothing_changes_it()
    {
        await using var desk = await TestDesk.Open();
        var page = await Owned(desk);
        await desk.Get<EditDraft>().Run(page.Ann, page.Id, (await page.Now()).Version, new DraftEdit.WriteNote(page.Tracks[0], "opens"));
        var rows = await desk.Get<ReadEdits>().Newest(page.Id);
        var replayed = Enumerable.Reverse(rows).Aggregate(new Draft { Title = "Night Drive" }, (draft, row) => draft.Apply(row.Record.Edit, row.Record.By, row.Record.At));
        Assert.Equal((await page.Now()).Draft, replayed);
        Assert.Equal(page.Ann.Person, Assert.Single(await desk.Get<ReadEdits>().Authors(page.Id, page.Tracks[0]), author => author.Field == DraftFields.Note).By);
        await using var db = await desk.Factory.CreateDbContextAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => db.EditRecords.ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.EditRecords.ExecuteUpdateAsync(set => set.SetProperty(row => row.Words, "nothing")));
    }

    private static DraftEdit Meant(Draft seen, DraftEdit edit) => Merge.Refine(seen, edit, new PersonId("-"), DateTimeOffset.UnixEpoch);

    private static async Task<Page> Owned(TestDesk desk)
    {
        var (ann, rob) = (await desk.Person("Ann", Roles.Editor), await desk.Person("Rob", Roles.Editor));
        var tracks = await desk.Tracks(3);
        var id = await desk.Get<CreatePlaylist>().Run(ann, "Night Drive");
        var page = new Page(desk, id, ann, rob, tracks);
        await desk.Get<EditDraft>().Run(ann, id, (await page.Now()).Version, new DraftEdit.AddTracks([tracks[0], tracks[1]]));
        await desk.Get<SetOwnership>().Run(ann, id, ann.Person, Openness.OthersSuggest);
        return page;
    }

    private sealed record Page(TestDesk Desk, PlaylistId Id, Actor Ann, Actor Rob, IReadOnlyList<TrackId> Tracks)
    {
        public async Task<PlaylistView> Now() => (await Desk.Get<OpenPlaylist>().Newest(Id))!;
    }
}
