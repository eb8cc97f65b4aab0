using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Search;

namespace Curation.Web.Admin.Genres;

/// <summary>The verbs that the genre pages give.</summary>
public sealed record GenresDesk(
    ListGenres List, MakeGenre Make, RenameGenre Rename, SeedGenre Seed, MergeGenres Merge, DeleteGenre Delete, NearestToSeed Nearest, FindTracks Tracks, FindArtists Artists, FindTags Tags, CurrentModel Current);
