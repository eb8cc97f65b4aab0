using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Together;

namespace Curation.Web.Reviews;

/// <summary>The verbs that a reviewer gives about a submission.</summary>
public sealed record ReviewVerbs(ClaimSubmission Claim, TickCheck Tick, DecideSubmission Decide, GrantWaiver Waive, WriteComment Comment);

/// <summary>What the page of a submission reads beside the submission itself.</summary>
public sealed record ReviewReading(ReadQueue Queue, ReadComments Comments, ReadColleagues Colleagues);
