namespace Curation.Core.Recommending.Suggesting;

/// <summary>One thing that a genre's seed names, the positions it stands for (ascending), and how much it speaks for each of them.</summary>
internal sealed record SeedPart(Reason Reason, int[] Positions, float Fit);

/// <summary>Turns a genre's seed into scores that need no model and into evidence for those that are trained.</summary>
/// <remarks>
/// A seed track speaks for itself with 1, a seed artist for each of the artist's tracks with 0.7, a tag or the genre itself for each of its tracks with 0.4.
/// As evidence for a model a seed track weighs 1; of an artist the 20 most-played tracks weigh 2 together (0.5 each at most), of a tag the 50 most-played (0.25 each at most).
/// The genre itself is evidence only where its seed names nothing that is played.
/// </remarks>
internal static class Seeding
{
    public static List<SeedPart> Parts(SuggestionGround ground, GenreSeed seed)
    {
        var parts = new List<SeedPart>();
        foreach (var track in seed.Tracks.Distinct())
        {
            if (ground.Index.RowOf(track) is >= 0 and var position) parts.Add(new SeedPart(new Reason(ReasonKind.SeedTrack, 0, Track: track), [position], 1f));
        }

        parts.AddRange(seed.Artists.Distinct().Select(artist => new SeedPart(new Reason(ReasonKind.SeedArtist, 0, Artist: artist), ground.ByArtist(artist), 0.7f)));
        parts.AddRange(seed.Tags.Distinct(StringComparer.Ordinal).Select(tag => new SeedPart(new Reason(ReasonKind.SeedTag, 0, Word: tag), ground.Tagged(tag), 0.4f)));
        parts.Add(new SeedPart(new Reason(ReasonKind.SeedGenre, 0, Word: seed.Name), ground.InGenre(seed.Genre), 0.4f));
        return parts.FindAll(part => part.Positions.Length > 0);
    }

    /// <summary>Evidence by position; where two parts stand for one track, the first in the order track, artist, tag, genre has it.</summary>
    public static Dictionary<int, (Reason Reason, float Weight)> Evidence(SuggestionGround ground, IReadOnlyList<SeedPart> parts)
    {
        var evidence = new Dictionary<int, (Reason, float)>();
        foreach (var part in parts)
        {
            if (part.Reason.Kind == ReasonKind.SeedGenre && evidence.Count > 0) continue;
            var (most, each) = part.Reason.Kind switch
            {
                ReasonKind.SeedTrack => (1, 1f),
                ReasonKind.SeedArtist => (20, 0.5f),
                _ => (50, 0.25f),
            };
            var positions = ground.MostPlayed(part.Positions, most);
            foreach (var position in positions) evidence.TryAdd(position, (part.Reason, Math.Min(each, 2f / positions.Length)));
        }

        return evidence;
    }
}
