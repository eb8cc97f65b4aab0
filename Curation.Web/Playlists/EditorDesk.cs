using Curation.Core.Desk.Ordering;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Versions;

namespace Curation.Web.Playlists;

/// <summary>What the editor reads of a playlist and does to its draft.</summary>
public sealed record EditorDesk(OpenPlaylist Open, EditDraft Edit, ReadTracks Tracks, CurrentVersions Versions, ReadOrder Order, ArrangeDraft Arrange);
