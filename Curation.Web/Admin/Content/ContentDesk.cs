using Curation.Core.Desk.Content;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Search;

namespace Curation.Web.Admin.Content;

/// <summary>The verbs that the page of the content policy gives.</summary>
public sealed record ContentDesk(ReadContentRules Read, PreviewContentRules Preview, SaveContentRules Save, ListGenres Genres, FindTracks Tracks, FindArtists Artists, FindPlaylists Playlists, CurrentModel Current, ListSubmissions Submissions);
