using Curation.Core.Desk.Impact;

namespace Curation.Web.Impact;

/// <summary>What people do with a version of an impact assessment.</summary>
public sealed record ImpactVerbs(StartImpact Start, AnswerImpact Answer, PutImpact Put, SignImpact Sign);
