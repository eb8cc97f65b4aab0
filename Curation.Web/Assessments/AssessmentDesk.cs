using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Playlists;

namespace Curation.Web.Assessments;

/// <summary>What the effect page reads and does: a playlist's measurements, and having it measured.</summary>
public sealed record AssessmentDesk(OpenPlaylist Playlists, ReadAssessments Read, SampleDraft Sample, AssessPlaylist Assess, ListJobs Jobs, CancelJob Cancel);
