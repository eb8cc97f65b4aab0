using Curation.Core.Catalog;

namespace Curation.Core.Presenting;

/// <summary>
/// Matches files to tracks by three rules, the first that speaks wins: the path that a source gave for the track; a file named by the track's ISRC;
/// a file named "Artist - Title", or "Title" in a folder "Artist", whatever its case. What is ambiguous is not matched.
/// </summary>
public sealed class MediaMatching
{
    private const int IsrcLength = 12;
    private readonly Dictionary<TrackId, string> matched = [];
    private readonly Dictionary<TrackId, string> missing = [];
    private readonly List<MediaDoubt> doubts = [];
    private readonly HashSet<string> left;
    private readonly HashSet<TrackId> settled = [];

    private MediaMatching(IEnumerable<string> files) => left = new HashSet<string>(files, StringComparer.Ordinal);

    /// <summary>Matches files to tracks. <paramref name="given"/> holds the paths that sources gave.</summary>
    public static MediaMatches Of(IReadOnlyCollection<string> files, IReadOnlyCollection<TrackFacts> tracks, IReadOnlyDictionary<TrackId, string> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var matching = new MediaMatching(files);
        matching.ByPath(given, files.ToHashSet(StringComparer.Ordinal));
        matching.ByIsrc(tracks);
        matching.ByName(tracks);
        return new MediaMatches(matching.matched, matching.doubts, matching.missing, [.. matching.left.Order(StringComparer.Ordinal)]);
    }

    // A track whose path is given plays that file or none: another one might be another version.
    private void ByPath(IReadOnlyDictionary<TrackId, string> given, HashSet<string> there)
    {
        foreach (var (track, path) in given)
        {
            settled.Add(track);
            if (there.Contains(path)) Match(track, path);
            else missing[track] = path;
        }
    }

    private void ByIsrc(IEnumerable<TrackFacts> tracks)
    {
        var files = left.Select(file => (File: file, Code: Code(file))).Where(file => file.Code is not null).ToLookup(file => file.Code!, file => file.File, StringComparer.OrdinalIgnoreCase);
        if (files.Count == 0) return;
        foreach (var same in tracks.Where(track => track.Isrc is not null && !settled.Contains(track.Id)).GroupBy(track => track.Isrc!, StringComparer.OrdinalIgnoreCase))
        {
            string[] named = [.. files[same.Key]];
            if (named.Length == 0) continue;
            TrackId[] recordings = [.. same.Select(track => track.Id)];
            if (named.Length > 1) Doubt(named, recordings, $"{named.Length} files are named {same.Key.ToUpperInvariant()}");
            foreach (var track in recordings.Where(_ => named.Length == 1)) Match(track, named[0]);
            settled.UnionWith(recordings);
        }
    }

    private void ByName(IEnumerable<TrackFacts> tracks)
    {
        var files = left.SelectMany(file => Names(file).Distinct(), (file, name) => (name, file)).ToLookup(pair => pair.name, pair => pair.file, StringComparer.Ordinal);
        if (files.Count == 0) return;
        var wanted = tracks.Where(track => !settled.Contains(track.Id)).GroupBy(track => Joined(track.ArtistLine, track.Title), StringComparer.Ordinal).Where(same => files.Contains(same.Key)).ToList();
        var claims = wanted.SelectMany(same => files[same.Key]).CountBy(file => file).ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);
        foreach (var same in wanted)
        {
            string[] named = [.. files[same.Key]];
            TrackId[] candidates = [.. same.Select(track => track.Id)];
            if (named.Length > 1) Doubt(named, candidates, "several files have this name");
            else if (candidates.Length > 1) Doubt(named, candidates, "several tracks have this name");
            else if (claims[named[0]] > 1) Doubt(named, candidates, "the file's name fits another track too");
            else Match(candidates[0], named[0]);
        }
    }

    private void Match(TrackId track, string file)
    {
        matched[track] = file;
        left.Remove(file);
    }

    private void Doubt(string[] files, TrackId[] tracks, string because)
    {
        doubts.Add(new MediaDoubt(files, tracks, because));
        left.ExceptWith(files);
    }

    private static string? Code(string file)
    {
        var code = Path.GetFileNameWithoutExtension(file).Replace("-", "", StringComparison.Ordinal);
        return code.Length == IsrcLength && code.All(char.IsAsciiLetterOrDigit) ? code : null;
    }

    private static IEnumerable<string> Names(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        yield return MediaPath.Fold(stem);
        if (Path.GetFileName(Path.GetDirectoryName(file)) is { Length: > 0 } folder) yield return Joined(folder, stem);
    }

    private static string Joined(string artist, string title) => $"{MediaPath.Fold(artist)} - {MediaPath.Fold(title)}";
}
