using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What a listener gave of themselves.</summary>
/// <param name="AgeBand">Coarse age band; null where not given.</param>
/// <param name="Region">Coarse region; null where not given.</param>
/// <param name="ExcludesExplicit">Whether explicit tracks must not reach this listener.</param>
public readonly record struct ListenerFacts(string? AgeBand = null, string? Region = null, bool ExcludesExplicit = false);

/// <summary>Who the lists are for, row by row: what they gave of themselves and what they have heard. Immutable.</summary>
public sealed class Audience
{
    private readonly ListenerFacts[] facts;
    private readonly int[] starts;
    private readonly TrackId[] tracks;
    private readonly float[] plays;

    /// <summary>An audience with its histories laid out one after another.</summary>
    /// <param name="facts">Of each listener, in the order of the lists.</param>
    /// <param name="starts">Where each history starts in <paramref name="tracks"/>, and at last where the last one ends.</param>
    /// <param name="tracks">The tracks that each has heard, each once; none for a listener whose history must not be used.</param>
    /// <param name="plays">How often; what is not above 0 does not count as heard.</param>
    public Audience(ListenerFacts[] facts, int[] starts, TrackId[] tracks, float[] plays)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(plays);
        if (starts.Length != facts.Length + 1 || starts[^1] != tracks.Length || plays.Length != tracks.Length)
            throw new ArgumentException("There is one start for each listener, the end, and a number of plays for each track.", nameof(starts));
        this.facts = facts;
        this.starts = starts;
        this.tracks = tracks;
        this.plays = plays;
    }

    /// <summary>Number of listeners.</summary>
    public int Count => facts.Length;

    /// <summary>What each gave.</summary>
    public ReadOnlySpan<ListenerFacts> Facts => facts;

    /// <summary>The tracks of all histories, one after another.</summary>
    public ReadOnlySpan<TrackId> Tracks => tracks;

    /// <summary>Plays of each of <see cref="Tracks"/>.</summary>
    public ReadOnlySpan<float> Plays => plays;

    /// <summary>Listeners of whom nothing is known.</summary>
    public static Audience Unknown(int count) => new(new ListenerFacts[count], new int[count + 1], [], []);

    /// <summary>Where a listener's history lies in <see cref="Tracks"/>.</summary>
    internal Range Of(int row) => starts[row]..starts[row + 1];
}
