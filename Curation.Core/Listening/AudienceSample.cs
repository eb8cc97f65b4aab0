using System.Runtime.InteropServices;
using Curation.Core.Catalog;

namespace Curation.Core.Listening;

/// <summary>How far the listeners of a track are those of a pool.</summary>
/// <param name="Share">Share of the track's listeners in the sample who are among the fifth that hears the pool most; a fifth would be chance.</param>
/// <param name="Listeners">The track's listeners in the sample.</param>
public readonly record struct AudienceOverlap(double Share, int Listeners);

/// <summary>Who heard what among a sample of listeners, for questions that need no exact answer at once. Immutable.</summary>
public sealed class AudienceSample
{
    /// <summary>Fewest listeners of a track about whom a share is stated.</summary>
    public const int FewestListeners = 5;

    private const int Nearest = 5;

    private readonly Dictionary<TrackId, int[]> listenersOf;

    /// <summary>A sample of so many listeners, numbered from 0, and which of them heard which tracks.</summary>
    public AudienceSample(int listeners, IEnumerable<(int Listener, TrackId Track)> heard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(listeners);
        Listeners = listeners;
        var gathered = new Dictionary<TrackId, List<int>>();
        foreach (var (listener, track) in heard)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(listener, listeners);
            (CollectionsMarshal.GetValueRefOrAddDefault(gathered, track, out _) ??= []).Add(listener);
        }

        listenersOf = gathered.ToDictionary(pair => pair.Key, pair => pair.Value.Distinct().Order().ToArray());
    }

    /// <summary>A sample of nobody.</summary>
    public static AudienceSample Empty { get; } = new(0, []);

    /// <summary>Listeners in the sample.</summary>
    public int Listeners { get; }

    /// <summary>For each track how far its listeners are those of the pool; null for a track that fewer than five of the sample have heard, and where nobody has heard the pool.</summary>
    public Func<TrackId, AudienceOverlap?> Beside(IEnumerable<TrackId> pool)
    {
        var near = Nearby(pool);
        return track => near is null || listenersOf.GetValueOrDefault(track) is not { Length: >= FewestListeners } all
            ? null
            : new AudienceOverlap((double)all.Count(listener => near[listener]) / all.Length, all.Length);
    }

    /// <summary>The fifth of the sample that hears the most of the pool's tracks, ties by number, so that the same question has the same answer.</summary>
    private bool[]? Nearby(IEnumerable<TrackId> pool)
    {
        var heard = new int[Listeners];
        foreach (var track in pool)
        {
            foreach (var listener in listenersOf.GetValueOrDefault(track, [])) heard[listener]++;
        }

        var most = Enumerable.Range(0, Listeners).Where(listener => heard[listener] > 0).OrderByDescending(listener => heard[listener]).ThenBy(listener => listener).Take(Math.Max(1, Listeners / Nearest)).ToList();
        if (most.Count == 0) return null;
        var near = new bool[Listeners];
        foreach (var listener in most) near[listener] = true;
        return near;
    }
}
