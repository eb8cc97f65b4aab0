using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Search.Saved;

namespace Curation.Web.Search;

/// <summary>The verbs that the search page needs, given as one.</summary>
public sealed record SearchDesk(
    SearchCatalogue Tracks, FindArtists Artists, FindPlaylists Playlists, ListPlaylists All, OpenPlaylist Open, AddToPool Add, ListSearches Saved, SaveSearch Save, ChangeSearch Change, CurrentModel Current);
