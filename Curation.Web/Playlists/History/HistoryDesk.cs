using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;

namespace Curation.Web.Playlists.History;

/// <summary>What the history of a playlist reads, and how a revision is brought back.</summary>
public sealed record HistoryDesk(OpenPlaylist Open, EditDraft Edit, ReadTracks Tracks, ListGenres Genres, LabelRevision Labels);
