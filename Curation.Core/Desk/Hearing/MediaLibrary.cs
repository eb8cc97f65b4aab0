using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Presenting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Curation.Core.Desk.Hearing;

/// <summary>Knows which file or preview a track has. It looks when it is told to, in the background; in between its picture stands.</summary>
public sealed class MediaLibrary(HearingOptions options, CurrentModel current, Store store, TimeProvider clock, ILogger<MediaLibrary> logger) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile MediaReport? latest;

    /// <summary>The last scan; null before the first.</summary>
    public MediaReport? Latest => latest;

    /// <summary>Reads the folder and the paths and previews that tracks name, and matches them.</summary>
    public async Task<MediaReport> Scan(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            var began = clock.GetTimestamp();
            var (paths, previews) = await store.Read(
                async db => (
                    await db.Tracks.Where(track => track.MediaPath != null).ToDictionaryAsync(track => track.Id, track => track.MediaPath!, cancel),
                    await db.Tracks.Where(track => track.PreviewUrl != null).ToDictionaryAsync(track => track.Id, track => track.PreviewUrl!, cancel)),
                cancel);
            var (files, refused, problem) = await Task.Run(() => Files(cancel), cancel);
            var catalogue = (await current.Get(cancel)).Catalogue;
            var matches = options.Media is null ? MediaMatches.None : await Task.Run(() => MediaMatching.Of(files, catalogue.Tracks, paths), cancel);
            var played = previews.Values.Count(preview => options.Allowed(preview) is not null);
            latest = new MediaReport(options.Media, clock.GetUtcNow(), clock.GetElapsedTime(began), files.Count, refused, matches, previews, played, problem);
            if (options.Media is not null) logger.LogInformation("Media folder: {Files} files, {Matched} tracks matched, {Doubts} ambiguous, {Unmatched} unmatched", files.Count, matches.Files.Count, matches.Doubts.Count, matches.Unmatched.Count);
            return latest;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The relative path of a track's file, or null where it has none.</summary>
    public string? FileOf(TrackId track) => latest?.Matches.Files.GetValueOrDefault(track);

    /// <summary>Where a track's file is on disk; null where it is gone, or where its path leads outside the folder.</summary>
    public string? Locate(string file) => options.Media is { } media ? new MediaFolder(media).Locate(file) : null;

    /// <summary>The address of a track's preview, playable or not.</summary>
    public string? PreviewOf(TrackId track) => latest?.Previews.GetValueOrDefault(track);

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private (List<string> Files, int Refused, string? Problem) Files(CancellationToken cancel)
    {
        if (options.Media is not { } media) return ([], 0, null);
        if (!Directory.Exists(media)) return ([], 0, $"There is no folder at {media}. Set Curation:Media to one that exists; until then tracks are heard as tones.");
        try
        {
            var (files, refused) = new MediaFolder(media).List(cancel);
            return (files, refused, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ([], 0, $"The folder at {media} could not be read: {fault.Message}");
        }
    }
}
