using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>Two people edited at once.</summary>
/// <param name="Theirs">What is in the store now.</param>
/// <param name="Common">What both started from.</param>
/// <param name="Mine">What the page shows.</param>
public sealed record DraftConflict(PlaylistView Theirs, Draft Common, Draft Mine);
