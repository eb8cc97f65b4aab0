using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Imports;

public sealed class HearingColumnsTests : IAsyncLifetime
{
    private ImportScratch scratch = null!;

    public async ValueTask InitializeAsync() => scratch = await ImportScratch.Open();

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    [Fact]
    public async Task A_path_and_a_preview_come_with_a_track_and_the_newest_file_knows_best()
    {
        await scratch.Import(scratch.Files.Write("one.csv", "title,artist,mediaPath,previewUrl\nOne,Low Tide,a\\one.mp3,https://previews.example.org/1.mp3\nTwo,Low Tide,,\n"));
        Assert.Equal(("a/one.mp3", "https://previews.example.org/1.mp3"), await Heard("One"));
        Assert.Equal((null, null), await Heard("Two"));

        var moved = scratch.Files.Write("two.csv", "title,artist,mediaPath,previewUrl\nOne,Low Tide,b/one.flac,\n");
        Assert.Equal(1, (await scratch.Import(moved)).Kept);
        Assert.Equal(("b/one.flac", "https://previews.example.org/1.mp3"), await Heard("One"));
        Assert.Equal(1, (await scratch.Import(moved)).AlreadyThere);
    }

    [Theory]
    [InlineData("../one.mp3", "", "is no path inside the media folder")]
    [InlineData("one.exe", "", "is no path inside the media folder")]
    [InlineData("", "http://previews.example.org/1.mp3", "is no address of https")]
    public async Task A_path_that_leaves_the_folder_or_a_preview_without_https_is_set_aside_with_its_reason(string path, string preview, string reason)
    {
        var summary = await scratch.Import(scratch.Files.Write("one.csv", $"title,artist,mediaPath,previewUrl\nOne,Low Tide,{path},{preview}\n"));
        Assert.Equal(1, summary.Quarantined);
        Assert.Contains(reason, await File.ReadAllTextAsync(summary.Quarantine!), StringComparison.Ordinal);
    }

    private Task<(string?, string?)> Heard(string title) => scratch.Look(async db =>
    {
        var track = await db.Tracks.SingleAsync(row => row.Title == title);
        return (track.MediaPath, track.PreviewUrl);
    });
}
