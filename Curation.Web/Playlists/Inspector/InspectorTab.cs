namespace Curation.Web.Playlists.Inspector;

/// <summary>The views beside the pool.</summary>
public enum InspectorTab
{
    Blend,
    Order,
    Effect,
    Listener,
    Entry,
    Log,
    Comments,
}
