using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Presenting;

namespace Curation.Core.Desk.Hearing;

/// <summary>The bytes of a sound: a file to stream, or a tone in memory.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Tag">What changes when the bytes do.</param>
/// <param name="File">The file; null for a tone.</param>
/// <param name="Bytes">The tone; null for a file.</param>
public sealed record SoundBytes(string ContentType, string Tag, FileInfo? File, byte[]? Bytes);

/// <summary>Opens what the workbench itself serves of a track: its file of the media folder, or its tone.</summary>
public sealed class OpenSound(CurrentModel current, MediaLibrary library, RenderTone tones)
{
    /// <summary>The file of a track; null where it has none, or none any more.</summary>
    public SoundBytes? Recording(TrackId track)
    {
        if (library.FileOf(track) is not { } path || library.Locate(path) is not { } found) return null;
        var file = new FileInfo(found);
        return new SoundBytes(MediaPath.ContentTypeOf(found)!, FormattableString.Invariant($"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}"), file, null);
    }

    /// <summary>The tone of a track; null where the catalogue does not hold it.</summary>
    public async Task<SoundBytes?> Tone(TrackId track, CancellationToken cancel = default)
    {
        if ((await current.Get(cancel)).Catalogue.Find(track) is not { } facts) return null;
        var plan = TonePlan.Of(facts.Features);
        return new SoundBytes("audio/wav", plan.Name, null, await tones.Run(plan, cancel));
    }
}
