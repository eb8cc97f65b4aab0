namespace Curation.Core.Matching;

/// <summary>Finds which tracks of a catalogue are meant by lines that somebody wrote down: identifiers first, then names, with typing mistakes allowed for.</summary>
public sealed class TrackMatcher
{
    /// <summary>Most candidates for a line.</summary>
    public const int MostCandidates = 5;

    private readonly MatchIndex index;
    private readonly NameMatching names;

    /// <summary>A matcher for one thread, on an index that many may share.</summary>
    public TrackMatcher(MatchIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        this.index = index;
        names = new NameMatching(index);
    }

    /// <summary>What is meant by a line.</summary>
    public TrackMatch Of(WantedTrack wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return ByIdentifier(wanted) ?? ByName(wanted);
    }

    private TrackMatch? ByIdentifier(WantedTrack wanted)
    {
        var found = new List<MatchCandidate>();
        Take(wanted.Mbid is { } mbid ? index.Find(mbid) : null, "the same MusicBrainz recording");
        Take(wanted.Isrc is { } isrc ? index.Find(isrc) : null, $"the same ISRC {wanted.Isrc}");
        if (wanted.Track is { } track && index.Find(track) is { } own && Agrees(wanted, index.Rows[own])) Take(own, $"track {track} of this catalogue");
        if (found.Count == 0) return null;
        var sure = found.Count == 1;
        return new TrackMatch(wanted, sure ? MatchVerdict.Sure : MatchVerdict.Check, found, sure ? found[0].Because : "its identifiers stand for different tracks");

        void Take(int? row, string because)
        {
            if (row is { } held && found.TrueForAll(other => other.Track != index.Rows[held].Facts.Id)) found.Add(new MatchCandidate(index.Rows[held].Facts.Id, 1, because));
        }
    }

    /// <summary>A number of this store says nothing in another one, so where the line has names too they have to agree.</summary>
    private static bool Agrees(WantedTrack wanted, MatchRow row) =>
        wanted.Readings.Count == 0 || wanted.Readings.Select(reading => new AskedNames(reading)).Any(asked => asked.Titled(row) > 0.8 && (asked.Reading.Artist is null || asked.Credited(row) > 0.7));

    private TrackMatch ByName(WantedTrack wanted)
    {
        var scored = names.Best(wanted);
        if (scored.Count == 0) return new TrackMatch(wanted, MatchVerdict.NotFound, [], Missing(wanted));
        var candidates = scored.Select(score => new MatchCandidate(score.Row.Facts.Id, Math.Round(score.Confidence, 3), score.Because)).ToList();
        var doubt = Doubt(scored);
        return new TrackMatch(wanted, doubt is null ? MatchVerdict.Sure : MatchVerdict.Check, candidates, doubt is null ? scored[0].Because : $"{scored[0].Because}; {doubt}");
    }

    private static string Missing(WantedTrack wanted) => wanted switch
    {
        { Unread: { } unread } => $"{unread}; the catalogue holds no such identifiers",
        { Mbid: { } mbid, Readings.Count: 0 } => $"no track of the catalogue has the MusicBrainz recording {mbid}",
        { Isrc: { } isrc, Readings.Count: 0 } => $"no track of the catalogue has the ISRC {isrc}",
        { Track: { } track, Readings.Count: 0 } => $"the catalogue has no track {track}",
        _ => "nothing in the catalogue is like it",
    };

    /// <summary>Why somebody should look at the best candidate; null where nobody has to.</summary>
    private static string? Doubt(List<NameScore> scored)
    {
        var best = scored[0];
        if (!best.HasArtist) return "the line names no artist";
        if (best.Title < 0.84 || best.Artist < 0.8 || best.Confidence < 0.86) return "the names are not close enough to be sure";
        if (best.OtherVersion is { } other) return other;
        if (best.Apart > 20_000) return "that is too far to be sure";
        var rival = scored.Skip(1).FirstOrDefault(score => best.Confidence - score.Confidence < 0.04 && best.Weaker - score.Weaker < 0.04 && !best.SameRecording(score));
        return rival is null ? null : $"“{rival.Row.Facts.Title}” by {rival.Row.Facts.ArtistLine} is as close";
    }
}
