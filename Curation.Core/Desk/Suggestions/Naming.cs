using Curation.Core.Catalog;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Core.Desk.Suggestions;

/// <summary>Puts names in the place of ids.</summary>
internal static class Naming
{
    /// <summary>A suggestion in words, with its largest reasons.</summary>
    public static Candidate InWords(this Suggestion suggestion, Catalogue catalogue, int mostReasons = 3)
    {
        var track = catalogue.Find(suggestion.Track)!;
        var shown = suggestion.Shown(mostReasons);
        return new Candidate(
            track,
            catalogue.GenresOf(track).FirstOrDefault() ?? "",
            shown.Score,
            suggestion.Tier,
            [.. shown.Reasons.Select(reason => InWords(reason.Reason, reason.Amount, catalogue))]);
    }

    private static CandidateReason InWords(Reason reason, decimal amount, Catalogue catalogue)
    {
        var title = reason.Track is { } track ? catalogue.Find(track)?.Title ?? "?" : "";
        var artist = reason.Artist is { } name ? catalogue.ArtistNames.GetValueOrDefault(name, "?") : "";
        var (label, sentence) = reason.Kind switch
        {
            ReasonKind.PoolTrack => (title, $"because \"{title}\" is in the pool"),
            ReasonKind.SeedTrack => (title, $"because \"{title}\" is in the genre's seed"),
            ReasonKind.SeedArtist => (artist, $"because {artist} is in the genre's seed"),
            ReasonKind.SeedTag => (reason.Word, $"because the tag \"{reason.Word}\" is in the genre's seed"),
            ReasonKind.SeedGenre => (reason.Word, $"because it is of the genre {reason.Word}"),
            ReasonKind.NeedGenre => (reason.Word, $"because the need names its genre, {reason.Word}"),
            ReasonKind.NeedTag => (reason.Word, $"because the need names its tag \"{reason.Word}\""),
            ReasonKind.NeedTitle => ($"\u201c{reason.Word}\u201d", $"because its title has a word of the need, \"{reason.Word}\""),
            ReasonKind.Popularity => ("popularity", "because many play it"),
            _ => ("others", "smaller reasons together"),
        };
        return new CandidateReason(amount, reason.Kind, label, sentence);
    }
}
