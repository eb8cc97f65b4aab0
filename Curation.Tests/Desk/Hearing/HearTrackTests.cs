using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Hearing;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Hearing;

public sealed class HearTrackTests
{
    [Theory]
    [InlineData("https://previews.example.org/1.mp3", SoundSource.Preview)]
    [InlineData("https://a.cdn.example.net/1.mp3", SoundSource.Preview)]
    [InlineData("https://cdn.example.net/1.mp3", SoundSource.Tone)]
    [InlineData("https://previews.example.org.evil.example/1.mp3", SoundSource.Tone)]
    public async Task A_preview_is_played_only_from_a_host_that_the_settings_name(string preview, SoundSource source)
    {
        await using var desk = await TestDesk.Open(services => services.AddSingleton(new HearingOptions { PreviewHosts = ["previews.example.org", "*.cdn.example.net"] }.Checked()));
        var track = (await desk.Tracks(1))[0];
        await Say(desk, track, previewUrl: preview);
        await desk.Get<MediaLibrary>().Scan();
        var sound = await desk.Get<HearTrack>().Run(track);
        Assert.Equal(source, sound!.Source);
        Assert.Equal(source, desk.Get<HearTrack>().SourceOf(track));
        Assert.Equal(source == SoundSource.Preview ? preview : $"/media/{track}?as=tone", sound.Address);
        if (source == SoundSource.Tone) Assert.Contains($"{new Uri(preview).Host} is not played", sound.Why, StringComparison.Ordinal);
    }

    [Theory, InlineData("http://previews.example.org/1.mp3"), InlineData("https://me:secret@previews.example.org/1.mp3"), InlineData("javascript:alert(1)"), InlineData("https://previews.example.org:444/1.mp3")]
    public void An_address_that_is_not_plain_https_is_no_preview(string address) => Assert.Null(PreviewAddress.Of(address));

    [Theory, InlineData("https://previews.example.org"), InlineData("previews.example.org/x"), InlineData("a b"), InlineData("*"), InlineData("x; script-src *")]
    public void A_host_in_the_settings_that_is_no_name_stops_the_start(string host) =>
        Assert.Throws<InvalidOperationException>(() => new HearingOptions { PreviewHosts = [host] }.Checked());

    [Fact]
    public async Task A_file_wins_over_a_preview_and_a_file_that_went_away_is_said_to_be_missing()
    {
        var media = Directory.CreateTempSubdirectory("curation-media-").FullName;
        await using var desk = await TestDesk.Open(services => services.AddSingleton(new HearingOptions { Media = media, PreviewHosts = ["previews.example.org"] }));
        var track = (await desk.Tracks(1))[0];
        await Say(desk, track, "a/one.mp3", "https://previews.example.org/1.mp3");
        Directory.CreateDirectory(Path.Combine(media, "a"));
        await File.WriteAllTextAsync(Path.Combine(media, "a/one.mp3"), "sound");
        await desk.Get<MediaLibrary>().Scan();
        Assert.Equal(SoundSource.File, (await desk.Get<HearTrack>().Run(track))!.Source);
        Assert.Equal("audio/mpeg", desk.Get<OpenSound>().Recording(track)!.ContentType);

        Directory.Delete(media, recursive: true);
        Assert.Null(desk.Get<OpenSound>().Recording(track));
        var report = await desk.Get<MediaLibrary>().Scan();
        Assert.Contains("There is no folder", report.Problem, StringComparison.Ordinal);
        Assert.Equal(SoundSource.Preview, (await desk.Get<HearTrack>().Run(track))!.Source);
    }

    [Fact]
    public async Task Only_an_admin_scans_anew_and_it_is_on_record()
    {
        await using var desk = await TestDesk.Open();
        var editor = await desk.Person("ann", Roles.Editor);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<RescanMedia>().Run(editor));
        await desk.Get<RescanMedia>().Run(await desk.Person("bea", Roles.Admin));
        Assert.Contains(await desk.Get<ReadAuditLog>().Newest(5), row => row.Entry.Action == "media.rescan");
    }

    private static async Task Say(TestDesk desk, TrackId id, string? mediaPath = null, string? previewUrl = null)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        var track = await db.Tracks.FindAsync(id);
        track!.HeardAt(mediaPath, previewUrl);
        await db.SaveChangesAsync();
    }
}
