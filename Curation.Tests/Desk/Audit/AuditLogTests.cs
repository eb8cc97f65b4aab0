using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk;

public sealed class AuditLogTests
{
    [Fact]
    public async Task The_log_can_be_narrowed_to_a_person_an_action_and_a_subject_and_paged()
    {
        await using var desk = await TestDesk.Open();
        var (ada, ben) = (await desk.Person("Ada", Roles.Editor), await desk.Person("Ben", Roles.Editor));
        var first = await desk.Get<CreatePlaylist>().Run(ada, "One");
        await desk.Get<CreatePlaylist>().Run(ben, "Two");
        await desk.Get<ArchivePlaylist>().Run(ben, first, archived: true);
        var log = desk.Get<ReadAuditLog>();

        Assert.Equal([3L, 2L], (await log.Newest(10, new AuditFilter(Person: ben.Person.Value))).Select(row => row.Entry.Id));
        Assert.Equal([2L, 1L], (await log.Newest(10, new AuditFilter(Action: "playlist.create"))).Select(row => row.Entry.Id));
        Assert.Equal([3L, 1L], (await log.Newest(10, new AuditFilter(Subject: $"playlist:{first}"))).Select(row => row.Entry.Id));
        Assert.Equal([1L], (await log.Newest(10, new AuditFilter(), before: 2)).Select(row => row.Entry.Id));
        var choices = await log.Choices();
        Assert.Equal(["Ada", "Ben"], choices.People.Select(person => person.Name));
        Assert.Equal(["playlist.archive", "playlist.create"], choices.Actions);
    }
}
