using Curation.Core.Blending;

namespace Curation.Web.Playlists.Previewing;

/// <summary>Why a track is not on a list, as people read it.</summary>
internal static class ExclusionWords
{
    public static string Of(Exclusion because) => because switch
    {
        Exclusion.NotInCatalogue => "is not in the catalogue",
        Exclusion.Refused => "is refused by editors",
        Exclusion.Explicit => "is explicit, and the recipe allows none",
        _ => "is refused by this listener",
    };
}
