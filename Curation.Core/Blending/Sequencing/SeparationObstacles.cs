using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Finds the artists, releases and genres with more tracks than can stand apart: m of them need (m - 1) d + 1 positions, and where several have m, one position more for each.</summary>
internal static class SeparationObstacles
{
    public static IEnumerable<Obstacle> Of(SequencePlan plan, Frame frame, Catalogue catalogue)
    {
        var flow = plan.Flow;
        return Look(plan, frame, OrderRule.Artist, flow.Artist, track => track.Facts.Artists.Select(artist => artist.Value), key => $"“{catalogue.ArtistNames.GetValueOrDefault(new ArtistId(key), "One artist")}”", rule => flow with { Artist = rule })
            .Concat(Look(plan, frame, OrderRule.Album, flow.Album, track => track.Facts.Release is { } release ? [release.Value] : [], key => $"The album of “{plan.Tracks.First(track => track.Facts.Release?.Value == key).Facts.Title}”", rule => flow with { Album = rule }))
            .Concat(Look(plan, frame, OrderRule.Genre, flow.Genre, track => track.Facts.Genres.Take(1).Select(genre => genre.Value), key => catalogue.GenreNames.GetValueOrDefault(new GenreId(key), "One genre"), rule => flow with { Genre = rule }));
    }

    private static IEnumerable<Obstacle> Look(SequencePlan plan, Frame frame, OrderRule kind, Separation? rule, Func<SequenceTrack, IEnumerable<int>> keys, Func<int, string> name, Func<Separation?, Flow> with)
    {
        if (rule is null) return [];
        var groups = plan.Tracks.Index().SelectMany(track => keys(track.Item).Distinct().Select(key => (Key: key, Track: track.Index)))
            .GroupBy(pair => pair.Key, pair => pair.Track).Select(group => new Group(group.Key, [.. group.Order()])).Where(group => group.Tracks.Length > 1).ToList();
        if (groups.Count == 0) return [];
        var worst = groups.Select(group => (Group: group, Holds: Holds(plan, frame, group, rule.Distance))).OrderBy(pair => pair.Holds).ThenByDescending(pair => pair.Group.Tracks.Length).First();
        var (tightest, holds) = worst;
        var tied = TiedAtMost(groups);
        var together = tied.Count > 1 ? (plan.Tracks.Count - tied.Count) / (tied[0].Tracks.Length - 1) : int.MaxValue;
        if (Math.Min(holds, together) >= rule.Distance) return [];
        var allowed = Math.Min(holds, together);
        var sentence = holds <= together ? Sentence(plan, frame, tightest, rule.Distance, name(tightest.Key))
            : $"{name(tied[0].Key)} and {tied.Count - 1} more have {tied[0].Tracks.Length} tracks each, which takes {((tied[0].Tracks.Length - 1) * rule.Distance) + tied.Count} positions {rule.Distance} apart; there are {plan.Tracks.Count}.";
        var change = allowed >= 2 ? $"A distance of {allowed} would hold." : "Only a soft rule, or none, would hold.";
        return [new Obstacle(kind, rule.Hard, $"{sentence} {change}", with(allowed >= 2 ? rule with { Distance = allowed } : rule with { Hard = false }), allowed >= 2 ? $"Set to {allowed}" : "Make it soft")];
    }

    /// <summary>The largest distance, up to the one asked, at which all tracks of a group fit.</summary>
    private static int Holds(SequencePlan plan, Frame frame, Group group, int asked)
    {
        if (group.Tracks.Any(track => frame.Glued[track] && group.Has(track + 1))) return 1;
        if (!group.Tracks.Any(track => frame.PlaceOf[track] >= 0) && frame.PlaceOf.All(place => place < 0)) return Math.Min(asked, (plan.Tracks.Count - 1) / (group.Tracks.Length - 1));
        var room = new Room(frame);
        var distance = asked;
        while (distance > 1 && room.For(group.Has, distance, 1) < group.Tracks.Length) distance--;
        return distance;
    }

    private static string Sentence(SequencePlan plan, Frame frame, Group group, int asked, string name)
    {
        var many = Feasibility.Tracks(group.Tracks.Length);
        if (group.Tracks.FirstOrDefault(track => frame.Glued[track] && group.Has(track + 1), -1) is >= 0 and var kept)
            return $"“{plan.Tracks[kept].Facts.Title}” is kept with the next track, which is by the same artist, of the same album or genre ({name.Trim('“', '”')}), {asked} asked.";
        var fixedPlaces = group.Tracks.Where(track => frame.PlaceOf[track] >= 0).Select(track => frame.PlaceOf[track] + 1).Order().ToList();
        var near = fixedPlaces.Zip(fixedPlaces.Skip(1)).FirstOrDefault(pair => pair.Second - pair.First < asked);
        if (near.First > 0) return $"{name} stands fixed at {near.First} and {near.Second}, {near.Second - near.First} apart where {asked} is asked.";
        var fits = new Room(frame).For(group.Has, asked, 1);
        var pinned = frame.PlaceOf.Any(place => place >= 0) ? " with the pins where they are" : "";
        return $"{name} has {many}, and {plan.Tracks.Count} positions hold {fits} of them {asked} apart{pinned}: {Feasibility.Tracks(group.Tracks.Length - fits)} too many.";
    }

    /// <summary>Of the groups with most tracks, those that share none.</summary>
    private static List<Group> TiedAtMost(List<Group> groups)
    {
        var most = groups.Max(group => group.Tracks.Length);
        var (tied, seen) = (new List<Group>(), new HashSet<int>());
        foreach (var group in groups.Where(group => group.Tracks.Length == most).OrderBy(group => group.Key))
        {
            if (group.Tracks.Any(seen.Contains)) continue;
            seen.UnionWith(group.Tracks);
            tied.Add(group);
        }

        return tied;
    }

    private sealed record Group(int Key, int[] Tracks)
    {
        public bool Has(int track) => Array.BinarySearch(Tracks, track) >= 0;
    }
}
