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
            [.. shown.Reasons.Select(reason => InWords(reason.Reason, reason.Amount, catalogue))])
        {
            Inferred = suggestion.Inferred,
            Section = suggestion.Section,
        };
    }

    private static CandidateReason InWords(Reason reason, decimal amount, Catalogue catalogue)
    {
        var title = reason.Track is { } track ? catalogue.Find(track)?.Title ?? "?" : "";
        var also = reason.Also is { } second && catalogue.Find(second) is { } other ? $" and \"{other.Title}\"" : "";
        var artist = reason.Artist is { } name ? catalogue.ArtistNames.GetValueOrDefault(name, "?") : "";
        var (label, sentence) = reason.Kind switch
        {
            ReasonKind.PoolTrack => (title, $"because \"{title}\" is in the pool"),
            ReasonKind.PoolArtist => ($"{artist} \u00d7{reason.Count}", $"because the pool has {reason.Count} tracks by {artist}, \"{title}\"{also} above all"),
            ReasonKind.PoolTracks => ($"{reason.Count} of the pool", $"because of {reason.Count} tracks of the pool together, \"{title}\"{also} above all"),
            ReasonKind.SeedTrack => (title, $"because \"{title}\" is in the genre's seed"),
            ReasonKind.SeedArtist => (artist, $"because {artist} is in the genre's seed"),
            ReasonKind.SeedTag => (reason.Word, $"because the tag \"{reason.Word}\" is in the genre's seed"),
            ReasonKind.SeedGenre => (reason.Word, $"because it is of the genre {reason.Word}"),
            ReasonKind.NeedGenre or ReasonKind.NeedTag when amount < 0 => ($"not {reason.Word}", $"held back because the need wants no {reason.Word}"),
            ReasonKind.NeedTitle when amount < 0 => ($"not \u201c{reason.Word}\u201d", $"held back because its title has \"{reason.Word}\", which the need does not want"),
            ReasonKind.NeedGenre => (reason.Word, $"because the need names its genre, {reason.Word}"),
            ReasonKind.NeedTag => (reason.Word, $"because the need names its tag \"{reason.Word}\""),
            ReasonKind.NeedTitle => ($"\u201c{reason.Word}\u201d", $"because its title has a word of the need, \"{reason.Word}\""),
            ReasonKind.Trait when amount < 0 => (artist + reason.Word, $"held back because {artist}{reason.Word} is far from this; too few have heard the track to tell otherwise"),
            ReasonKind.Trait when artist.Length > 0 => (artist, $"because it is by {artist}; too few have heard the track to tell otherwise"),
            ReasonKind.Trait => (reason.Word, $"because it is {reason.Word}; too few have heard the track to tell otherwise"),
            ReasonKind.MoreLike => ($"like {title}", $"because more like \"{title}\" is wanted"),
            ReasonKind.Refused when title.Length > 0 => ($"like {title}", $"held back because it is more like \"{title}\", which was refused, than like the pool"),
            ReasonKind.Refused => ("like refused", "held back because it is more like what was refused than like the pool"),
            ReasonKind.LessOf => ($"less of {artist}", $"held back because less of {artist} is wanted"),
            ReasonKind.Learned => ("learned order", "because listeners and lists with such a history went on to tracks that stand like this one"),
            ReasonKind.Popularity => ("popularity", "because many play it"),
            _ => ("others", "smaller reasons together"),
        };
        return new CandidateReason(amount, reason.Kind, label, sentence);
    }
}
