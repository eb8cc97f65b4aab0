using Curation.Core.Desk.Suggestions;

namespace Curation.Web.Playlists.Candidates;

/// <summary>What an editor says of a candidate beside taking or refusing it: more like it, or less of its artist.</summary>
public sealed record SteerChoice(Candidate Candidate, bool More);
