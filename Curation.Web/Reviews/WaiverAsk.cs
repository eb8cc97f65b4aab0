using Curation.Core.Playlists;

namespace Curation.Web.Reviews;

/// <summary>What a reviewer wrote into the dialog that lets a finding through.</summary>
public sealed record WaiverAsk(string Reason, PersonId Owner, DateTimeOffset Until);
