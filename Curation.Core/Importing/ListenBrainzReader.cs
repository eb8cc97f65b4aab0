using System.Text.Json;

namespace Curation.Core.Importing;

/// <summary>Reads ListenBrainz listens: JSON lines, alone or in the files of an export archive.</summary>
internal sealed class ListenBrainzReader(ImportSource source, Reading reading)
{
    private const int MostPooled = 400_000;
    private readonly Dictionary<(string, string, string?, string?, Guid?, int?), TrackWords> known = [];
    private readonly Dictionary<string, string> listeners = new(StringComparer.Ordinal);

    /// <summary>Whether a part of an archive holds listens.</summary>
    public static bool HoldsListens(SourcePart part) =>
        part.Name.Contains("listen", StringComparison.OrdinalIgnoreCase)
        && (part.Name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || part.Name.EndsWith(".listens", StringComparison.OrdinalIgnoreCase));

    public IEnumerable<ImportRow> Read()
    {
        var parts = source.Parts.Count == 1 ? source.Parts : source.Parts.Where(HoldsListens).ToList();
        foreach (var passed in source.Parts.Except(parts)) reading.Note($"{passed.Name} holds no listens and was passed over");
        var owner = Owner();
        return parts.SelectMany(part => ReadPart(part, owner));
    }

    private IEnumerable<ImportRow> ReadPart(SourcePart part, string owner)
    {
        using var rows = Table.Open(part, reading.Limits, Separation.Lines, reading);
        while (rows.Next(expected: 0))
        {
            var problem = rows.Problem;
            var row = problem is null ? Listen(rows, owner, out problem) : null;
            if (row is null)
            {
                reading.Refuse(part.Name, rows.Line, problem ?? "the line is no listen", rows.Raw);
                continue;
            }

            reading.RowsRead++;
            yield return row;
        }
    }

    // An export names its owner once, beside the listens; a bare file of listens goes under its own name.
    private string Owner()
    {
        var about = source.Parts.FirstOrDefault(part => part.FileName == "user.json");
        if (about is not null)
        {
            using var stream = about.Open(null);
            var bytes = Documents.ReadWhole(about.Name, stream, reading.Limits.RowBytes);
            using var document = Documents.Parse(about.Name, bytes, reading.Limits);
            if (JsonWords.Text(document.RootElement, "username") is { } user) return user;
        }

        return Path.GetFileNameWithoutExtension(source.Name);
    }

    private PlayRow? Listen(SeparatedRows rows, string owner, out string? problem)
    {
        try
        {
            var json = new Utf8JsonReader(rows.Raw, new JsonReaderOptions { MaxDepth = reading.Limits.JsonDepth });
            using var document = JsonDocument.ParseValue(ref json);
            json.Read();
            return Listen(document.RootElement, rows.Line, owner, out problem);
        }
        catch (JsonException broken)
        {
            problem = $"the line is no JSON value of at most {reading.Limits.JsonDepth} levels (byte {broken.BytePositionInLine})";
            return null;
        }
        catch (InvalidOperationException)
        {
            problem = "the line holds text that is no Unicode";
            return null;
        }
    }

    private PlayRow? Listen(JsonElement listen, long line, string owner, out string? problem)
    {
        var about = JsonWords.Child(listen, "track_metadata");
        var info = JsonWords.Child(about, "additional_info");
        var at = JsonWords.SecondsAsMs(listen, "listened_at");
        var title = JsonWords.Text(about, "track_name");
        var artist = JsonWords.Text(about, "artist_name");
        var ms = JsonWords.Whole(info, "duration_ms") ?? JsonWords.SecondsAsMs(info, "duration");
        var listener = JsonWords.Text(listen, "user_name") ?? owner;
        problem = Problem(at, title, artist, ms, listener);
        if (problem is not null) return null;
        var mbid = JsonWords.Mbid(info, "recording_mbid") ?? JsonWords.Mbid(JsonWords.Child(about, "mbid_mapping"), "recording_mbid");
        var isrc = JsonWords.Text(info, "isrc") is { } code ? Codes.Isrc(code) : null;
        var track = Track(title!, artist!, JsonWords.Text(about, "release_name"), isrc, mbid, (int?)ms);
        return new PlayRow(line, Pooled(listener), track, at!.Value, null, Skipped: false, Saved: false, null);
    }

    private string? Problem(long? at, string? title, string? artist, long? ms, string listener)
    {
        var most = reading.Limits.TextLength;
        if (at is null) return "listened_at is missing or no whole number";
        if (at <= 0) return "listened_at is 1970 or earlier";
        if (at > reading.Now.AddDays(1).ToUnixTimeMilliseconds()) return "listened_at lies in the future";
        if (title is null) return "track_name is missing";
        if (artist is null) return "artist_name is missing";
        if (title.Length > most || artist.Length > most || listener.Length > most) return $"a name is longer than {most} characters";
        return ms is <= 0 or > 86_400_000 ? "the duration is not between 1 ms and a day" : null;
    }

    private TrackWords Track(string title, string artist, string? album, string? isrc, Guid? mbid, int? ms)
    {
        var words = (title, artist, album, isrc, mbid, ms);
        if (known.TryGetValue(words, out var track)) return track;
        if (known.Count >= MostPooled) known.Clear();
        return known[words] = new TrackWords(title, artist) { Album = album?.Length > reading.Limits.TextLength ? null : album, Isrc = isrc, Mbid = mbid, DurationMs = ms };
    }

    private string Pooled(string listener)
    {
        if (listeners.TryGetValue(listener, out var pooled)) return pooled;
        if (listeners.Count >= MostPooled) listeners.Clear();
        return listeners[listener] = listener;
    }
}
