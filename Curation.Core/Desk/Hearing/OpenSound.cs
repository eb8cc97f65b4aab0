using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Presenting;

namespace Curation.Core.Desk.Hearing;

/// <summary>The bytes of a sound: a file to stream, or a tone in memory.</summary>
/// <param name="ContentType">Media type.</param>
/// <param name="Tag">What changes when the bytes do.</param>
/// <param name="Path">Full path of the file; null for a tone.</param>
/// <param name="Bytes">The tone; null for a file.</param>
public sealed record SoundBytes(string ContentType, string Tag, string? Path, byte[]? Bytes);

/// <summary>Opens what the workbench itself serves of a track: its file of the media folder, else its tone.</summary>
public sealed class OpenSound(CurrentModel current, RenderTone tones)
{
    /// <summary>The sound, or null where the catalogue does not hold the track.</summary>
    public async Task<SoundBytes?> Run(TrackId track, CancellationToken cancel = default)
    {
        if ((await current.Get(cancel)).Catalogue.Find(track) is not { } facts) return null;
        var plan = TonePlan.Of(facts.Features);
        return new SoundBytes("audio/wav", plan.Name, null, await tones.Run(plan, cancel));
    }
}
