using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Suggestions;

namespace Curation.Web.Playlists.Candidates;

/// <summary>The verbs of the candidates pane.</summary>
public sealed record CandidatesDesk(
    SuggestTracks Suggest,
    ListGenres Genres,
    ListRefusals Refusals,
    RefuseTrack Refuse,
    TakeBackRefusal TakeBackRefusal,
    ReadSteering Steering,
    SteerCandidates Steer,
    TakeBackSteer TakeBackSteer,
    ShareCandidates Share);
