using System.Diagnostics;
using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Importing;
using Curation.Core.Matching;
using Xunit;

namespace Curation.Tests.Benchmarks;

/// <summary>What matching pasted lines costs on 200,000 tracks, and how often it is right on real titles. Run with <c>-class "*MatchBenchmark" -explicit only</c>; prints, asserts no time.</summary>
public sealed class MatchBenchmark(ITestOutputHelper output)
{
    private static readonly string[] Kinds = ["as it is", "case", "typo", "two typos", "swapped", "feat.", "bracket", "no bracket", "accents", "by", "number and length", "title only"];

    [Fact(Explicit = true)]
    public void Five_hundred_lines_against_200_000_tracks()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 12_000).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => "bcdfghlmnprstvw"[random.Next(15)].ToString() + "aeiou"[random.Next(5)] + "nrst "[random.Next(5)])).Trim()).ToArray();
        string Text(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]));
        var artists = Enumerable.Range(1, 30_000).ToDictionary(i => new ArtistId(i), _ => Text(2));
        var facts = Enumerable.Range(1, 200_000).Select(i =>
        {
            var artist = new ArtistId(1 + random.Next(artists.Count));
            return new TrackFacts(new TrackId(i), Text(1 + random.Next(4)) + (i % 9 == 0 ? " (Live)" : i % 11 == 0 ? " - Remastered 2011" : ""), artists[artist], [artist], [], null, 200_000, false, null, null, default);
        }).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var index = new MatchIndex(new Catalogue(facts, new Dictionary<GenreId, string>(), artists));
        Say($"index of 200,000 tracks: {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:F0} MiB");
        for (var round = 0; round < 3; round++)
        {
            var lines = random.GetItems(facts.ToArray(), 500).Select((track, i) => Perturbed(Kinds[i % Kinds.Length], track.Title, track.ArtistLine, random)).ToList();
            start = Stopwatch.GetTimestamp();
            var matches = lines.Select((line, i) => PastedText.Line(i + 1, line)).Select(new TrackMatcher(index).Of).ToList();
            Say($"500 lines: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {matches.Count(match => match.Verdict == MatchVerdict.Sure)} sure");
        }
    }

    /// <summary>Reads titles from the files named in CURATION_TITLES, keeps a fifth of the first file out of the catalogue, and asks for perturbed lines of both parts.</summary>
    [Fact(Explicit = true)]
    public void How_often_it_is_right_on_real_titles()
    {
        var files = (Environment.GetEnvironmentVariable("CURATION_TITLES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(Titles).ToList();
        Assert.SkipWhen(files.Count == 0, "CURATION_TITLES names no file");
        var random = new Random(7);
        var asked = files[0].Where((_, i) => i % 5 != 0).ToList();
        var absent = files[0].Where((_, i) => i % 5 == 0).ToList();
        var names = absent.Select(Name).ToHashSet(StringComparer.Ordinal);
        var held = asked.Concat(files.Skip(1).SelectMany(file => file)).Where(track => !names.Contains(Name(track))).DistinctBy(track => (track.Title.ToUpperInvariant(), track.Artist.ToUpperInvariant())).ToList();
        var artistIds = held.Select(track => track.Artist).Distinct(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => new ArtistId(pair.Index + 1), StringComparer.Ordinal);
        var facts = held.Select((track, i) => new TrackFacts(new TrackId(i + 1), track.Title, track.Artist, [artistIds[track.Artist]], [], null, null, false, null, null, default)).ToList();
        var catalogue = new Catalogue(facts, new Dictionary<GenreId, string>(), artistIds.ToDictionary(pair => pair.Value, pair => pair.Key));
        var matcher = new TrackMatcher(new MatchIndex(catalogue));
        Say($"{held.Count} tracks; {asked.Count} asked for that are there, {absent.Count} that are not");
        Say($"{"kind",-18} sure  right  check first-right in-five not-found | absent: sure check not-found");
        int allSure = 0, allRight = 0, allAsked = 0, falseSure = 0;
        foreach (var kind in Kinds)
        {
            int sure = 0, right = 0, check = 0, first = 0, five = 0, none = 0;
            foreach (var track in asked)
            {
                var match = matcher.Of(PastedText.Line(1, Perturbed(kind, track.Title, track.Artist, random)));
                bool Right(MatchCandidate candidate) => Name(catalogue.Find(candidate.Track)!) == Name(track);
                if (match.Verdict == MatchVerdict.Sure) { sure++; if (Right(match.Candidates[0])) right++; else if (Environment.GetEnvironmentVariable("CURATION_SAY") is not null) Say($"  WRONG {match.Wanted.Text} -> {catalogue.Find(match.Candidates[0].Track)!.ArtistLine} - {catalogue.Find(match.Candidates[0].Track)!.Title} ({match.Because})"); }
                else if (match.Verdict == MatchVerdict.Check) { check++; if (Right(match.Candidates[0])) first++; if (match.Candidates.Any(Right)) five++; }
                else none++;
            }

            var missing = absent.Select(track => matcher.Of(PastedText.Line(1, Perturbed(kind, track.Title, track.Artist, random)))).ToList();
            if (Environment.GetEnvironmentVariable("CURATION_SAY") is not null)
                foreach (var match in missing.Where(match => match.Verdict == MatchVerdict.Sure)) Say($"  FALSE {match.Wanted.Text} -> {catalogue.Find(match.Candidates[0].Track)!.ArtistLine} - {catalogue.Find(match.Candidates[0].Track)!.Title} ({match.Because})");
            int Missing(MatchVerdict verdict) => missing.Count(match => match.Verdict == verdict);
            Say($"{kind,-18} {sure,5} {right,5} {check,6} {first,10} {five,8} {none,8}  | {Missing(MatchVerdict.Sure),12} {Missing(MatchVerdict.Check),5} {Missing(MatchVerdict.NotFound),8}");
            if (kind == "title only") continue;
            (allSure, allRight, allAsked, falseSure) = (allSure + sure + Missing(MatchVerdict.Sure), allRight + right, allAsked + asked.Count, falseSure + Missing(MatchVerdict.Sure));
        }

        Say($"with an artist: precision of sure {(double)allRight / allSure:P2}, recall at sure {(double)allRight / allAsked:P2}, absent called sure {falseSure}");
    }

    private static string Name(TrackWords track) => Name(track.Title, track.Artist);

    private static string Name(TrackFacts track) => Name(track.Title, track.ArtistLine);

    private static string Name(string title, string artist) => Curation.Core.Catalog.Versions.TitleReader.Read(title).Core + "\n" + string.Concat(artist.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static List<TrackWords> Titles(string path)
    {
        var source = ImportSource.At(path, ImportLimits.Default);
        var plan = FormatDetector.Detect(source, ImportLimits.Default);
        return ImportReader.Read(source, plan, new Reading(ImportLimits.Default, DateTimeOffset.MaxValue.AddDays(-2), _ => { }))
            .Select(row => row switch { TrackRow track => track.Track, PlayRow play => play.Track, ListRow list => list.Track, _ => null }).OfType<TrackWords>()
            .DistinctBy(track => (track.Title.ToUpperInvariant(), track.Artist.ToUpperInvariant())).ToList();
    }

    private static string Perturbed(string kind, string title, string artist, Random random) => kind switch
    {
        "case" => random.Next(2) == 0 ? $"{artist} - {title}".ToUpperInvariant() : $"{artist} - {title}".ToLowerInvariant(),
        "typo" => $"{artist} - {Typo(title, random)}",
        "two typos" => $"{Typo(artist, random)} - {Typo(title, random)}",
        "swapped" => $"{title} - {artist}",
        "feat." => $"{artist} - {title} feat. Somebody Else",
        "bracket" => $"{artist} - {title} (2011 Remastered Version)",
        "no bracket" => $"{artist} – {Curation.Core.Catalog.Versions.TitleReader.Read(title).Core}",
        "accents" => $"{artist} - {title}".Replace('e', 'é').Replace('o', 'ö'),
        "by" => $"\"{title}\" by {artist}",
        "number and length" => $"{random.Next(1, 40)}. {artist} – {title} (3:45)",
        "title only" => title,
        _ => $"{artist} - {title}",
    };

    private static string Typo(string text, Random random)
    {
        if (text.Length < 4) return text;
        var at = 1 + random.Next(text.Length - 2);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "etaoinsr"[random.Next(8)].ToString()),
            2 => text[..at] + "etaoinsr"[random.Next(8)] + text[(at + 1)..],
            _ => text[..(at - 1)] + text[at] + text[at - 1] + text[(at + 1)..],
        };
    }

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
