using Curation.Core.Desk.Listeners;
using Curation.Core.Desk.Previews;

namespace Curation.Web.Admin.Listeners;

/// <summary>The verbs that the page of one listener's settings gives.</summary>
public sealed record ListenersDesk(FindListeners Find, ReadListener Read, SetProfiling Profiling, SetExplicit Explicit);
