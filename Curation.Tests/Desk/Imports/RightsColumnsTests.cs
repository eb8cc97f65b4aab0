using Curation.Core.Catalog;
using Curation.Core.Storage.Bulk;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Imports;

public sealed class RightsColumnsTests : IAsyncLifetime
{
    private ImportScratch scratch = null!;

    public async ValueTask InitializeAsync() => scratch = await ImportScratch.Open();

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    [Fact]
    public async Task Rights_territories_and_holder_come_with_a_track_and_the_newest_file_knows_best()
    {
        await scratch.Import(scratch.Files.Write("one.csv", "title,artist,rights,label,allowedIn,blockedIn\nOne,Low Tide,cleared,Copper Kettle,de at DE,\nTwo,Low Tide,missing,,,\"FR, BE\"\nThree,Low Tide,,,,\n"));
        Assert.Equal(new TrackRights(RightsState.Cleared, "AT DE", null, "Copper Kettle"), await Rights("One"));
        Assert.Equal(new TrackRights(RightsState.Missing, null, "BE FR", null), await Rights("Two"));
        Assert.Equal(TrackRights.NotStated, await Rights("Three"));

        var later = scratch.Files.Write("two.csv", "title,artist,rights,allowedIn,blockedIn\nOne,Low Tide,missing,worldwide,CH\nTwo,Low Tide,,,none\n");
        Assert.Equal(2, (await scratch.Import(later)).Kept);
        Assert.Equal(new TrackRights(RightsState.Missing, "", "CH", "Copper Kettle"), await Rights("One"));
        Assert.False((await Rights("Two")).IsLimited);
        Assert.Equal(2, (await scratch.Import(later)).AlreadyThere);
    }

    [Theory]
    [InlineData("perhaps", "", "is neither cleared nor missing")]
    [InlineData("", "Germany", "is no list of two-letter country codes")]
    [InlineData("", "D1", "is no list of two-letter country codes")]
    public async Task What_cannot_be_read_is_set_aside_with_its_reason(string rights, string allowed, string reason)
    {
        var summary = await scratch.Import(scratch.Files.Write("one.csv", $"title,artist,rights,allowedIn\nOne,Low Tide,{rights},{allowed}\n"));
        Assert.Equal(1, summary.Quarantined);
        Assert.Contains(reason, await File.ReadAllTextAsync(summary.Quarantine!), StringComparison.Ordinal);
    }

    private Task<TrackRights> Rights(string title) => scratch.Look(async db =>
    {
        var id = await db.Tracks.Where(row => row.Title == title).Select(row => row.Id).SingleAsync();
        return (await CatalogueReader.Read(db)).Find(id)!.Rights;
    });
}
