using Curation.Core.Catalog;

namespace Curation.Web.Hearing;

/// <summary>What the bar is to do.</summary>
public abstract record Cue
{
    private Cue()
    {
    }

    /// <summary>Play a track from its beginning.</summary>
    public sealed record Start(TrackId Track) : Cue;

    /// <summary>Pause, or go on.</summary>
    public sealed record Toggle : Cue;

    /// <summary>Skip to the last seconds.</summary>
    public sealed record Ending : Cue;

    /// <summary>Fade the end of one track into the beginning of another.</summary>
    public sealed record Blend(TrackId From, TrackId Into) : Cue;

    /// <summary>Fall silent and go away.</summary>
    public sealed record Stop : Cue;
}
