using Curation.Core.Desk.Acting;

namespace Curation.Core.Desk.Hearing;

/// <summary>Scans the media folder anew because an admin asks for it.</summary>
public sealed class RescanMedia(Store store, MediaLibrary library)
{
    /// <summary>Puts the wish on record, scans, and says what was found.</summary>
    public async Task<MediaReport> Run(Actor actor, CancellationToken cancel = default)
    {
        await store.Write(actor, [Roles.Admin], write => write.Log("media.rescan", "media"), cancel);
        return await library.Scan(cancel);
    }
}
