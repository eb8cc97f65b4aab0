using System.Text.RegularExpressions;

namespace Curation.Core.Catalog;

/// <summary>A track that may be the same recording as another one.</summary>
/// <param name="Track">The later of the two.</param>
/// <param name="Like">The earlier of the two.</param>
/// <param name="Because">The reason, to be read after "Maybe the same recording as ...:".</param>
public sealed record Likeness(TrackId Track, TrackId Like, string Because);

/// <summary>Finds tracks that may be one recording under several titles. It only warns; whether they are is for a person to say.</summary>
public static partial class SameRecording
{
    /// <summary>How far two lengths may lie apart and still be called similar, in milliseconds.</summary>
    public const int LengthTolerance = 3_000;

    /// <summary>For every track that is like an earlier one, the first such and why. Identifiers speak before names.</summary>
    public static IReadOnlyDictionary<TrackId, Likeness> Within(IEnumerable<TrackFacts> tracks)
    {
        var byIsrc = new Dictionary<string, TrackFacts>(StringComparer.OrdinalIgnoreCase);
        var byMbid = new Dictionary<Guid, TrackFacts>();
        var byName = new Dictionary<(ArtistId, string), List<TrackFacts>>();
        var found = new Dictionary<TrackId, Likeness>();
        foreach (var track in tracks)
        {
            var named = Named(byName, track);
            if (track.Isrc is { } isrc && !byIsrc.TryAdd(isrc, track)) found[track.Id] = new Likeness(track.Id, byIsrc[isrc].Id, $"same ISRC {isrc.ToUpperInvariant()}");
            if (track.Mbid is { } mbid && !byMbid.TryAdd(mbid, track)) found.TryAdd(track.Id, new Likeness(track.Id, byMbid[mbid].Id, "same MusicBrainz recording"));
            if (named.Find(other => AlikeInLength(other, track)) is { } twin) found.TryAdd(track.Id, new Likeness(track.Id, twin.Id, Reason(twin, track)));
            named.Add(track);
        }

        return found;
    }

    /// <summary>The title without what names a version: brackets, "feat.", and a remaster or edit after a dash; folded for comparison.</summary>
    public static string CoreTitle(string title)
    {
        var core = AfterDash().Replace(Guest().Replace(Brackets().Replace(title, " "), ""), "");
        var folded = ArtistKey.Of(core).Trim();
        return folded.Length > 0 ? folded : ArtistKey.Of(title);
    }

    private static List<TrackFacts> Named(Dictionary<(ArtistId, string), List<TrackFacts>> byName, TrackFacts track)
    {
        var name = (track.Artists[0], CoreTitle(track.Title));
        if (!byName.TryGetValue(name, out var others)) byName[name] = others = [];
        return others;
    }

    private static bool AlikeInLength(TrackFacts one, TrackFacts other) =>
        one.DurationMs is not { } a || other.DurationMs is not { } b || Math.Abs(a - b) <= LengthTolerance;

    private static string Reason(TrackFacts one, TrackFacts other) => (one.DurationMs, other.DurationMs) switch
    {
        ({ } a, { } b) when a == b => "same main artist, title and length",
        ({ } a, { } b) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"same main artist and title, lengths {Math.Abs(a - b) / 1000.0:0.#} s apart"),
        _ => "same main artist and title, one length is not known",
    };

    [GeneratedRegex(@"[\(\[\{][^\)\]\}]*[\)\]\}]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s+(feat\.?|ft\.?|featuring)\s.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Guest();

    [GeneratedRegex(@"\s+[-–—]\s+[^-–—]*\b(remaster(ed)?|remix(ed)?|mix|version|edit|mono|stereo|live|demo)\b.*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex AfterDash();
}
