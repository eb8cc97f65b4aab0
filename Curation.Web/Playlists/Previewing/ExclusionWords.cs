using Curation.Core.Blending;

namespace Curation.Web.Playlists.Previewing;

/// <summary>Why a track is not on a list, as people read it.</summary>
internal static class ExclusionWords
{
    public static string Of(Exclusion because) => because switch
    {
        Exclusion.NotInCatalogue => "is not in the catalogue",
        Exclusion.Refused => "is refused by editors or kept away by the content policy",
        Exclusion.Explicit => "is explicit, and the recipe allows none",
        Exclusion.ExplicitForListener => "is explicit, which this listener excludes",
        Exclusion.NotInTerritory => "may not be heard where this listener is",
        _ => "is refused by this listener",
    };
}
