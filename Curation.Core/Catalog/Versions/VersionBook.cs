namespace Curation.Core.Catalog.Versions;

/// <summary>What is known of versions: what the facts say, and above it what people said. Answers for one track at a time, so that another verdict costs nothing. Immutable.</summary>
public sealed class VersionBook
{
    private readonly Likenesses likenesses;
    private readonly Dictionary<(TrackId, TrackId), VersionRelation> said;
    private readonly ILookup<TrackId, Verdict> saidOf;
    private readonly IReadOnlyList<TrackId> preferred;

    /// <summary>A book of likenesses and verdicts; <paramref name="preferred"/> names the tracks people chose, the newest choice last.</summary>
    public VersionBook(Likenesses likenesses, IReadOnlyCollection<Verdict> verdicts, IReadOnlyList<TrackId> preferred)
    {
        this.likenesses = likenesses;
        this.preferred = preferred;
        said = verdicts.ToDictionary(verdict => (verdict.One, verdict.Other), verdict => verdict.Says);
        saidOf = verdicts.SelectMany(verdict => new[] { (Track: verdict.One, verdict), (Track: verdict.Other, verdict) }).ToLookup(row => row.Track, row => row.verdict);
    }

    /// <summary>A book that knows nothing.</summary>
    public static VersionBook Empty { get; } = new(Likenesses.None, [], []);

    /// <summary>Pairs that nobody has decided and that may be one recording, the likeliest first.</summary>
    public IEnumerable<VersionPair> Maybes => likenesses.Pairs
        .Where(pair => pair.Relation == VersionRelation.Maybe && !said.ContainsKey((pair.One, pair.Other))).OrderByDescending(pair => pair.Confidence).ThenBy(pair => pair.One).ThenBy(pair => pair.Other);

    /// <summary>All that a track is paired with, people's words in place of the facts'; pairs that people called different are left out.</summary>
    public IReadOnlyList<VersionPair> Of(TrackId track)
    {
        var judged = likenesses.Of(track).Where(pair => !said.ContainsKey((pair.One, pair.Other)));
        var decided = saidOf[track].Where(verdict => verdict.Says != VersionRelation.Different).Select(verdict => new VersionPair(verdict.One, verdict.Other, verdict.Says, 1, "somebody said so") { Decided = true });
        return [.. decided.Concat(judged).OrderByDescending(pair => pair.Confidence).ThenBy(pair => pair.Beside(track))];
    }

    /// <summary>What is known of two tracks, or null. Two tracks of one group are one recording even where only a third one links them.</summary>
    public VersionPair? Between(TrackId one, TrackId other)
    {
        var (low, high) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        var direct = Of(low).FirstOrDefault(pair => pair.Beside(low) == high);
        if (direct is { Relation: VersionRelation.SameRecording }) return direct;
        if (said.ContainsKey((low, high)) || Group(low) is not { Tracks.Count: > 2 } group || !group.Tracks.Contains(high)) return direct;
        return new VersionPair(low, high, VersionRelation.SameRecording, group.Confidence, group.Because);
    }

    /// <summary>The tracks that are one recording with this one. People's words and identifiers link first; then the surest facts, where all of both sides agree. Nothing links two that people called different or two versions.</summary>
    public VersionGroup Group(TrackId track)
    {
        var links = Links(track);
        if (links.Count == 0) return new VersionGroup([track], Chosen([track]), 1, "");
        var sets = new Dictionary<TrackId, List<TrackId>>();
        var used = new List<VersionPair>();
        foreach (var link in links.OrderByDescending(pair => pair.Decided).ThenByDescending(pair => pair.Confidence).ThenBy(pair => pair.One).ThenBy(pair => pair.Other))
        {
            var (one, other) = (SetOf(sets, link.One), SetOf(sets, link.Other));
            if (ReferenceEquals(one, other) || !MayJoin(one, other, link)) continue;
            one.AddRange(other);
            foreach (var member in other) sets[member] = one;
            used.Add(link);
        }

        var mine = sets[track].Order().ToList();
        var least = used.Where(link => mine.Contains(link.One)).MinBy(link => link.Confidence);
        return new VersionGroup(mine, Chosen(mine), least?.Confidence ?? 1, least?.Because ?? "");
    }

    /// <summary>The track to use in place of another: the chosen one of its group, where people chose another.</summary>
    public TrackId? Better(TrackId track) => Group(track).Preferred is { } chosen && chosen != track ? chosen : null;

    private bool MayJoin(List<TrackId> one, List<TrackId> other, VersionPair link)
    {
        var certain = link.Decided || link.Confidence >= 1;
        foreach (var a in one)
        {
            foreach (var b in other)
            {
                var key = a.CompareTo(b) < 0 ? (a, b) : (b, a);
                if (said.TryGetValue(key, out var says)) { if (says != VersionRelation.SameRecording) return false; }
                else if (!certain && likenesses.Of(a).FirstOrDefault(pair => pair.Beside(a) == b) is { Relation: not VersionRelation.SameRecording }) return false;
            }
        }

        return true;
    }

    private List<VersionPair> Links(TrackId track)
    {
        var seen = new HashSet<TrackId> { track };
        var open = new Queue<TrackId>(seen);
        var links = new HashSet<VersionPair>();
        while (open.TryDequeue(out var next))
        {
            foreach (var pair in Of(next).Where(pair => pair.Relation == VersionRelation.SameRecording))
            {
                links.Add(pair);
                if (seen.Add(pair.Beside(next))) open.Enqueue(pair.Beside(next));
            }
        }

        return [.. links];
    }

    private TrackId? Chosen(IReadOnlyList<TrackId> group)
    {
        for (var i = preferred.Count - 1; i >= 0; i--)
            if (group.Contains(preferred[i])) return preferred[i];
        return null;
    }

    private static List<TrackId> SetOf(Dictionary<TrackId, List<TrackId>> sets, TrackId track)
    {
        if (!sets.TryGetValue(track, out var set)) sets[track] = set = [track];
        return set;
    }
}
