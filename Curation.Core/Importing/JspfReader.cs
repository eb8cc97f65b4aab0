using System.Text.Json;
using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>Reads one playlist as JSPF into a list of tracks.</summary>
internal sealed class JspfReader(ImportSource source, Reading reading)
{
    private const string Recording = "musicbrainz.org/recording/";
    private readonly List<(long Line, JsonElement Track, string Raw)> tracks = [];
    private string? title;

    public IEnumerable<ImportRow> Read()
    {
        var part = source.Parts[0];
        byte[] bytes;
        using (var stream = part.Open(reading)) bytes = Documents.ReadWhole(part.Name, stream, reading.Limits.DocumentBytes);
        Walk(part.Name, bytes);
        var list = title is { } given && given.Length <= reading.Limits.TextLength ? given : Path.GetFileNameWithoutExtension(part.FileName);
        var position = 0;
        foreach (var (line, element, raw) in tracks)
        {
            var track = Track(element, out var problem);
            if (track is null)
            {
                reading.Refuse(part.Name, line, problem!, System.Text.Encoding.UTF8.GetBytes(raw));
                continue;
            }

            reading.RowsRead++;
            yield return new ListRow(line, list, null, position++, track);
        }
    }

    private void Walk(string name, byte[] bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = reading.Limits.JsonDepth });
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth > 2) continue;
                if (json.CurrentDepth == 2 && json.ValueTextEquals("track")) Tracks(ref json, bytes);
                else if (json.CurrentDepth == 2 && json.ValueTextEquals("title")) Title(ref json);
            }
        }
        catch (JsonException broken)
        {
            throw Documents.Broken(name, broken);
        }

        if (tracks.Count == 0) throw new ImportStoppedException($"{name}: there is no playlist with tracks in it; JSPF holds them in playlist.track.");
    }

    private void Title(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String && !string.IsNullOrWhiteSpace(json.GetString())) title = json.GetString()!.Trim();
    }

    private void Tracks(ref Utf8JsonReader json, byte[] bytes)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray) return;
        long line = 1;
        var counted = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)json.TokenStartIndex;
            line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            var element = JsonElement.ParseValue(ref json);
            tracks.Add((line, element, element.GetRawText()));
        }
    }

    private TrackWords? Track(JsonElement track, out string? problem)
    {
        var most = reading.Limits.TextLength;
        var name = JsonWords.Text(track, "title");
        var artist = JsonWords.Text(track, "creator");
        var album = JsonWords.Text(track, "album");
        var ms = JsonWords.Whole(track, "duration");
        problem = name is null ? "the track has no title"
            : artist is null ? "the track has no creator"
            : name.Length > most || artist.Length > most || album?.Length > most ? $"a name is longer than {most} characters"
            : ms is < 0 or > 86_400_000 ? "the duration is not between 0 ms and a day"
            : null;
        return problem is null ? new TrackWords(name!, artist!) { Album = album, DurationMs = ms is null or 0 ? null : (int)ms, Mbid = Mbid(track), MediaPath = MediaPath.Normal(JsonWords.Text(track, "location")) } : null;
    }

    private static Guid? Mbid(JsonElement track)
    {
        var text = JsonWords.Text(track, "identifier");
        var at = text?.IndexOf(Recording, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && Guid.TryParseExact(text![(at + Recording.Length)..].TrimEnd('/'), "D", out var id) ? id : null;
    }
}
