using Curation.Core.Auditing.Assessing;

namespace Curation.Web.Assessments;

/// <summary>What assessments rest on, as people say it.</summary>
internal static class GroundWords
{
    /// <summary>Parts of it, as the subject of a sentence; what touches the pool is told by the part that it is of.</summary>
    public static string Parts(IReadOnlyList<GroundPart> parts) => string.Join(", ", parts.Where(part => part != GroundPart.PoolContent).Select(part => part switch
    {
        GroundPart.Catalogue => "the catalogue",
        GroundPart.Attributes => "attributes of artists or tracks",
        GroundPart.Plays => "plays",
        GroundPart.Listeners => "listeners or their settings",
        GroundPart.Refusals => "refused tracks",
        GroundPart.Content => "content decisions or takedowns",
        _ => "the live edition",
    }));
}
