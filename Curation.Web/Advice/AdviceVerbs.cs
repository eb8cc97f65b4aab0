using Curation.Core.Desk.Advising;

namespace Curation.Web.Advice;

/// <summary>What people do with what is shared with advisers, and with what these say.</summary>
public sealed record AdviceVerbs(ShareWithAdviser Share, LeaveAdvice Leave, RespondToAdvice Respond);
