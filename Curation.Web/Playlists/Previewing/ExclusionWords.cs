using Curation.Core.Blending;
using Curation.Core.Playlists;
using Curation.Web.Shared;

namespace Curation.Web.Playlists.Previewing;

/// <summary>Provenance and exclusions as people read them.</summary>
internal static class ProvenanceWords
{
    public static string Of(Provenance provenance) => provenance switch
    {
        Provenance.Pinned => "Pinned",
        Provenance.Editor => "Editor",
        Provenance.Personal => "Personal",
        Provenance.Discovery => "Discovery",
        _ => "Fill",
    };

    public static Tone ToneOf(Provenance provenance) => provenance switch
    {
        Provenance.Pinned => Tone.Accent,
        Provenance.Editor => Tone.Violet,
        Provenance.Personal => Tone.Cyan,
        Provenance.Discovery => Tone.Green,
        _ => Tone.Plain,
    };

    public static string Of(Exclusion because) => because switch
    {
        Exclusion.NotInCatalogue => "is not in the catalogue",
        Exclusion.Refused => "is refused by editors",
        Exclusion.Explicit => "is explicit, and the recipe allows none",
        _ => "is refused by this listener",
    };
}
