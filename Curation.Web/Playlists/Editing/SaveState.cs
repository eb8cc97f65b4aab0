namespace Curation.Web.Playlists.Editing;

/// <summary>Where the last edit of a page is.</summary>
public enum SaveState
{
    Saved,
    Saving,

    /// <summary>The store did not answer; the edits wait here and are tried again.</summary>
    Failed,

    /// <summary>Saved, but for values that somebody else set otherwise; the person has to choose.</summary>
    Conflict,
}
