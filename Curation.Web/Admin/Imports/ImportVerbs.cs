using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;

namespace Curation.Web.Admin.Imports;

/// <summary>What the page of imports can do, in one injection.</summary>
public sealed record ImportVerbs(
    ReceiveUpload Receive, PreviewImport Preview, QueueImport Queue, ListImports List, TakeBackImport TakeBack, ListJobs Jobs, CancelJob Cancel);
