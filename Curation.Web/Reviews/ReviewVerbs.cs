using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Previews;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Together;

namespace Curation.Web.Reviews;

/// <summary>The verbs that a reviewer gives about a submission.</summary>
public sealed record ReviewVerbs(ClaimSubmission Claim, TickCheck Tick, DecideSubmission Decide, GrantWaiver Waive, WriteComment Comment);

/// <summary>What the page of a submission reads: the submission, its tracks, what listeners would get of it, and who says what about it.</summary>
public sealed record ReviewReading(OpenSubmission Submission, ReadTracks Tracks, PreviewSideBySide Preview, ReadQueue Queue, ReadComments Comments, ReadColleagues Colleagues);
