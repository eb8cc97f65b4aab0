using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;

namespace Curation.Web.Admin.Models;

/// <summary>The verbs that the models page gives.</summary>
public sealed record ModelsDesk(ListModels Models, ActivateModel Activate, ListJobs Jobs, QueueJob Queue, CancelJob Cancel);
