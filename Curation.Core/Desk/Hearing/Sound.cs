using Curation.Core.Catalog;
using Curation.Core.Presenting;

namespace Curation.Core.Desk.Hearing;

/// <summary>Where the sound of a track comes from.</summary>
public enum SoundSource
{
    /// <summary>A file of the media folder.</summary>
    File,

    /// <summary>A preview at a host that the settings allow.</summary>
    Preview,

    /// <summary>Synthesised from what was measured; not the recording.</summary>
    Tone,
}

/// <summary>How a track can be heard.</summary>
/// <param name="Track">The track's facts.</param>
/// <param name="Source">Where the sound comes from.</param>
/// <param name="Address">Where the browser fetches it.</param>
/// <param name="Why">Why it is not a better source, as a sentence; null where there is nothing to say.</param>
/// <param name="Assumed">Axes of a tone that nobody has measured, in words.</param>
public sealed record Sound(TrackFacts Track, SoundSource Source, string Address, string? Why, IReadOnlyList<string> Assumed)
{
    /// <summary>A tone in place of the recording.</summary>
    internal static Sound Toned(TrackFacts track, string? why) => new(track, SoundSource.Tone, AddressOf(track.Id), why, TonePlan.Of(track.Features).Assumed);

    /// <summary>Where the workbench itself serves the sound of a track.</summary>
    internal static string AddressOf(TrackId track) => $"/media/{track}";
}
