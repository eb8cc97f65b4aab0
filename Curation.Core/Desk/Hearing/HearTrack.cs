using Curation.Core.Catalog;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Hearing;

/// <summary>Says how a track can be heard: from the media folder, else from its preview, else as a tone. Listening here is work, never a listener's play.</summary>
public sealed class HearTrack(CurrentModel current)
{
    /// <summary>The best sound there is, or null where the catalogue does not hold the track.</summary>
    public async Task<Sound?> Run(TrackId track, CancellationToken cancel = default) =>
        (await current.Get(cancel)).Catalogue.Find(track) is { } facts ? Sound.Toned(facts, null) : null;
}
