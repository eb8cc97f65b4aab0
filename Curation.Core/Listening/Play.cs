namespace Curation.Core.Listening;

/// <summary>A listening event. The same listener, time and track is the same event, however often it is imported.</summary>
public sealed class Play
{
    private Play()
    {
    }

    /// <summary>An event at <paramref name="at"/>, with what is known of it.</summary>
    public Play(ListenerId listener, Catalog.TrackId track, DateTimeOffset at, int? msPlayed, bool skipped, bool saved, string? source, BatchId batch)
    {
        Listener = listener;
        Track = track;
        At = at.ToUnixTimeMilliseconds();
        MsPlayed = msPlayed;
        Skipped = skipped;
        Saved = saved;
        Source = source;
        Batch = batch;
    }

    /// <summary>Who listened.</summary>
    public ListenerId Listener { get; private set; }

    /// <summary>Start of the event, Unix time in milliseconds.</summary>
    public long At { get; private set; }

    /// <summary>What was heard.</summary>
    public Catalog.TrackId Track { get; private set; }

    /// <summary>Milliseconds heard, where known.</summary>
    public int? MsPlayed { get; private set; }

    /// <summary>Whether the listener moved on before the end.</summary>
    public bool Skipped { get; private set; }

    /// <summary>Whether the listener saved the track.</summary>
    public bool Saved { get; private set; }

    /// <summary>Where the play came from, for instance a playlist's slug; null where unknown.</summary>
    public string? Source { get; private set; }

    /// <summary>The import that brought it.</summary>
    public BatchId Batch { get; private set; }
}
