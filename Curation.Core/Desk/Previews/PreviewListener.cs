using Curation.Core.Playlists;

namespace Curation.Core.Desk.Previews;

/// <summary>Makes the list that one listener would get, exactly as publishing would store it.</summary>
public sealed class PreviewListener(PreviewSideBySide preview)
{
    /// <summary>The list from a revision, or from the newest; null where there is no such playlist, revision or listener.</summary>
    public async Task<PreviewedList?> Run(PlaylistId playlist, PreviewChoice choice, RevisionId? revision = null, CancellationToken cancel = default) =>
        await preview.Run(playlist, [choice], revision, cancel) is { Lists: [{ List: not null } list] } ? list : null;
}
