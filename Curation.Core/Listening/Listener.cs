namespace Curation.Core.Listening;

/// <summary>A pseudonymous listener with optional coarse attributes.</summary>
public sealed class Listener
{
    private Listener()
    {
    }

    /// <summary>A listener under a pseudonymous key, unique in the store.</summary>
    public Listener(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Key = key;
    }

    /// <summary>Identity in this store.</summary>
    public ListenerId Id { get; private set; }

    /// <summary>The pseudonym by which the listener's app asks for lists.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Coarse age band such as "25-34", where given.</summary>
    public string? AgeBand { get; private set; }

    /// <summary>Coarse region such as a country code, where given.</summary>
    public string? Region { get; private set; }

    /// <summary>Listening since this day, where given.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>When true the listener gets the shared order, never touched by history.</summary>
    public bool ProfilingOff { get; private set; }

    /// <summary>When true no track that is marked as explicit is on a list of theirs; one of which no source says whether it is may be.</summary>
    public bool ExcludesExplicit { get; private set; }

    /// <summary>Records coarse attributes; null leaves what was there.</summary>
    public void Describe(string? ageBand, string? region, DateOnly? since)
    {
        AgeBand = ageBand ?? AgeBand;
        Region = region ?? Region;
        Since = since ?? Since;
    }

    /// <summary>Turns profiling off or on for this listener.</summary>
    public void SetProfiling(bool off) => ProfilingOff = off;

    /// <summary>Keeps explicit tracks from this listener, or lets them through again.</summary>
    public void SetExplicit(bool excluded) => ExcludesExplicit = excluded;
}
