using Curation.Core.Catalog;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Hearing;

/// <summary>Says how a track can be heard: from the media folder, else from its preview, else as a tone. Listening here is work, never a listener's play.</summary>
public sealed class HearTrack(CurrentModel current, MediaLibrary library, HearingOptions options)
{
    /// <summary>The best sound there is, or null where the catalogue does not hold the track.</summary>
    public async Task<Sound?> Run(TrackId track, CancellationToken cancel = default)
    {
        if ((await current.Get(cancel)).Catalogue.Find(track) is not { } facts) return null;
        if (library.FileOf(track) is not null) return new Sound(facts, SoundSource.File, Sound.AddressOf(track), null, []);
        return options.Allowed(library.PreviewOf(track)) is { } preview
            ? new Sound(facts, SoundSource.Preview, preview.AbsoluteUri, null, [])
            : Sound.Toned(facts, Why(track));
    }

    /// <summary>Where the sound of a track would come from, as known now.</summary>
    public SoundSource SourceOf(TrackId track) =>
        library.FileOf(track) is not null ? SoundSource.File : options.Allowed(library.PreviewOf(track)) is not null ? SoundSource.Preview : SoundSource.Tone;

    private string? Why(TrackId track)
    {
        if (library.Latest?.Matches.Missing.GetValueOrDefault(track) is { } path) return $"Its file {path} is not in the media folder.";
        if (library.Latest?.Matches.Doubts.FirstOrDefault(doubt => doubt.Tracks.Contains(track)) is { } doubt) return $"The media folder has a file for it, perhaps: {doubt.Because}, so none is played.";
        return PreviewAddress.Of(library.PreviewOf(track)) is { } preview ? $"Its preview at {preview.Host} is not played, because that host is not in Curation:PreviewHosts." : null;
    }
}
