using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;

namespace Curation.Web.Editions;

/// <summary>What the page of editions reads and does.</summary>
public sealed record EditionsDesk(ListEditions List, PublishPlaylist Publish, RollBack RollBack, WithdrawEdition Withdraw, ListJobs Jobs, CancelJob Cancel);
