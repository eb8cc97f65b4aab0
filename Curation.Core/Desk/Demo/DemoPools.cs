namespace Curation.Core.Desk.Demo;

/// <summary>Pools that answer their briefs: the right genres and sound, known and unknown mixed, nobody twice in a row.</summary>
internal sealed class DemoPools(IReadOnlyList<DemoTrack> tracks, double[] popularity, DateOnly end)
{
    private const int MostByOneArtist = 6;
    private const int Apart = 5;

    private static readonly int[] PinnedAt = [1, 2, 6];

    public List<DemoPlaylist> Make(long seed) => PlaylistBrief.All.Select(brief => Fill(brief, new Dice(seed, brief.Title))).ToList();

    private DemoPlaylist Fill(PlaylistBrief brief, Dice dice)
    {
        var ranked = Enumerable.Range(0, tracks.Count)
            .Select(track => (Track: track, Fit: Fit(brief, tracks[track]) * Math.Sqrt(popularity[track])))
            .Where(candidate => candidate.Fit > 0)
            .Select(candidate => (candidate.Track, Rank: Math.Pow(dice.Share(), 1 / (candidate.Fit * 20))))
            .OrderByDescending(candidate => candidate.Rank).ThenBy(candidate => candidate.Track);
        var byArtist = new Dictionary<int, int>();
        var chosen = new List<int>(brief.Length);
        foreach (var (track, _) in ranked)
        {
            var artist = tracks[track].Artists[0];
            if (byArtist.GetValueOrDefault(artist) == MostByOneArtist) continue;
            byArtist[artist] = byArtist.GetValueOrDefault(artist) + 1;
            chosen.Add(track);
            if (chosen.Count == brief.Length) break;
        }

        if (brief.HasTwin) PutTwin(brief, chosen);
        var pool = Spread(chosen);
        var notes = brief.Notes.Select((note, i) => (note, Track: pool[i == 0 ? 0 : i * 5 % pool.Length])).DistinctBy(pair => pair.Track).ToDictionary(pair => pair.Track, pair => pair.note);
        var pins = brief.Stage == Stage.Draft ? PinnedAt.Take(1) : PinnedAt;
        return new(brief, pool, notes, pins.ToDictionary(position => pool[position - 1], position => position));
    }

    /// <summary>A song and its remaster in the places of the last tracks, as it slips in where two people add: the same recording twice. One that is in the pool already comes first.</summary>
    private void PutTwin(PlaylistBrief brief, List<int> chosen)
    {
        var twins = Enumerable.Range(0, tracks.Count).Where(track => tracks[track] is { VersionOf: { } of } version
            && version.Title.EndsWith("Remaster)", StringComparison.Ordinal) && version.DurationMs - tracks[of].DurationMs < 2_000 && tracks[of].Title.Length > 6 && Fit(brief, tracks[of]) > 0);
        foreach (var twin in twins.OrderByDescending(track => chosen.Contains(tracks[track].VersionOf!.Value)).ThenBy(track => track).Take(1))
        {
            var song = tracks[twin].VersionOf!.Value;
            chosen.Remove(song);
            while (chosen.Count > brief.Length - 2) chosen.RemoveAt(chosen.Count - 1);
            chosen.AddRange([song, twin]);
        }
    }

    private double Fit(PlaylistBrief brief, DemoTrack track)
    {
        var share = brief.Genres.FirstOrDefault(part => GenreProfile.IndexOf(part.Genre) == track.Genres[0]).Share;
        var sound = track.Sound;
        if (share == 0 || track.VersionOf is not null || (track.Explicit && !brief.Explicit)) return 0;
        if (sound.Energy is not { } energy || energy < brief.LeastEnergy || energy > brief.MostEnergy || sound.Tempo < brief.LeastTempo) return 0;
        return brief.NewestDays > 0 && track.ReleasedOn < end.AddDays(-brief.NewestDays) ? 0 : share;
    }

    /// <summary>The chosen in their order, but each artist at some distance from its last track.</summary>
    private int[] Spread(List<int> chosen)
    {
        var left = new List<int>(chosen);
        var spread = new List<int>(chosen.Count);
        while (left.Count > 0)
        {
            var near = spread.TakeLast(Apart).Select(track => tracks[track].Artists[0]).ToHashSet();
            var next = Math.Max(0, left.FindIndex(track => !near.Contains(tracks[track].Artists[0])));
            spread.Add(left[next]);
            left.RemoveAt(next);
        }

        return [.. spread];
    }
}
