using System.Runtime.InteropServices;

namespace Curation.Core.Catalog.Versions;

/// <summary>Which tracks of a whole catalogue belong together, by what is known of them. Immutable.</summary>
public sealed class Likenesses
{
    /// <summary>Where more tracks of one artist bear one name than this, nothing is said of them but by identifier.</summary>
    public const int MostOfOneName = 40;

    private readonly Dictionary<TrackId, List<VersionPair>> byTrack = [];
    private readonly List<VersionPair> pairs = [];

    private Likenesses()
    {
    }

    /// <summary>Likenesses of no tracks.</summary>
    public static Likenesses None { get; } = new();

    /// <summary>All pairs.</summary>
    public IReadOnlyList<VersionPair> Pairs => pairs;

    /// <summary>The pairs that a track is in.</summary>
    public IReadOnlyList<VersionPair> Of(TrackId track) => byTrack.GetValueOrDefault(track) ?? (IReadOnlyList<VersionPair>)[];

    /// <summary>Looks through all tracks: those of one main artist and song's name, and those that share an identifier.</summary>
    public static Likenesses Within(IEnumerable<TrackFacts> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        var found = new Likenesses();
        var names = new Dictionary<(ArtistId, string), List<Read>>();
        var codes = new Dictionary<string, List<Read>>(StringComparer.OrdinalIgnoreCase);
        var recordings = new Dictionary<Guid, List<Read>>();
        foreach (var track in tracks)
        {
            var read = new Read(track, TitleReader.Read(track.Title));
            Put(names, (track.Artists[0], read.Title.Core), read);
            if (track.Isrc is { } isrc) Put(codes, isrc, read);
            if (track.Mbid is { } mbid) Put(recordings, mbid, read);
        }

        foreach (var group in names.Values.Where(group => group.Count is > 1 and <= MostOfOneName)) found.Judge(group);
        foreach (var group in codes.Values.Concat(recordings.Values).Where(group => group.Count is > 1 and <= MostOfOneName)) found.Judge(group);
        return found;
    }

    private static void Put<TKey>(Dictionary<TKey, List<Read>> groups, TKey key, Read read)
        where TKey : notnull
    {
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        (group ??= new List<Read>(1)).Add(read);
    }

    private void Judge(List<Read> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count; j++)
            {
                if (VersionJudge.Judge(group[i].Track, group[i].Title, group[j].Track, group[j].Title) is { } pair) Add(pair);
            }
        }
    }

    private void Add(VersionPair pair)
    {
        if (Of(pair.One).Any(known => known.Other == pair.Other && known.One == pair.One)) return;
        pairs.Add(pair);
        Note(pair.One, pair);
        Note(pair.Other, pair);
    }

    private void Note(TrackId track, VersionPair pair)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byTrack, track, out _);
        (list ??= []).Add(pair);
    }

    private readonly record struct Read(TrackFacts Track, TitleReading Title);
}
