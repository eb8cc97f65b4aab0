using System.Globalization;
using Curation.Core.Matching;
using Curation.Core.Playlists;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads separated columns with a header that names a title; null where the text has no such header.</summary>
internal sealed class CsvList
{
    private static readonly char[] Separators = [',', '\t', ';'];
    private readonly List<string> header;

    private CsvList(List<string> header) => this.header = header;

    /// <summary>Whether the columns were written from a draft, with apostrophes as guards.</summary>
    private bool Ours => header.Contains("curationentry");

    public static GivenList? Read(string text, string? ownAddress)
    {
        foreach (var separator in Separators)
        {
            var rows = SeparatedText.Rows(text, separator).SkipWhile(row => row.Cells is [var first, ..] && (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || row.Cells.TrueForAll(string.IsNullOrWhiteSpace)));
            if (rows.FirstOrDefault().Cells is not { Count: > 1 } first) continue;
            var list = new CsvList(first.ConvertAll(FieldNames.Fold));
            if (list.Column(ImportField.Title) < 0 && list.Column(ImportField.Isrc) < 0 && list.Column(ImportField.Mbid) < 0) continue;
            return list.All(rows.Skip(1), ownAddress);
        }

        return null;
    }

    private GivenList All(IEnumerable<(int Line, List<string> Cells)> rows, string? ownAddress)
    {
        var (tracks, passed) = (new List<GivenTrack>(), new List<PassedLine>());
        string? head = null, seed = null;
        foreach (var (line, cells) in rows)
        {
            if (Cell(cells, "curationdraft") is { Length: > 0 } draft) (head, seed) = (draft, Cell(cells, "seed"));
            if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (Track(line, cells, ownAddress) is { } track) tracks.Add(track);
            else if (head is null || Cell(cells, "curationdraft") is not { Length: > 0 }) passed.Add(new PassedLine(line, string.Join(" ", cells).Trim(), "a row without a title or an identifier"));
        }

        var title = head is null && Column("playlist") is >= 0 and var at ? tracks.Count == 0 ? null : rows.Select(row => row.Cells.ElementAtOrDefault(at)).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) : null;
        return new GivenList { Format = "CSV", Tracks = tracks, Passed = passed, Title = title, Draft = DraftParts.ReadHead(head), Seed = string.IsNullOrEmpty(seed) ? null : seed };
    }

    private GivenTrack? Track(int line, List<string> cells, string? ownAddress)
    {
        string?[] identifiers = [Cell(cells, ImportField.Mbid), Cell(cells, ImportField.Isrc), Column("track") >= 0 && Ours ? $"urn:curation:track:{Cell(cells, "track")}" : null, Cell(cells, "url"), Cell(cells, "link")];
        var wanted = GivenNames.Of(line, Cell(cells, ImportField.Title), Cell(cells, ImportField.Artist), Duration(cells), identifiers.OfType<string>(), Cell(cells, "location"), ownAddress);
        if (wanted is null || (wanted.Readings.Count == 0 && wanted is { Mbid: null, Isrc: null } && Cell(cells, "track") is null or "")) return null;
        int? pin = int.TryParse(Cell(cells, "pin"), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;
        return new GivenTrack(wanted) { Entry = GivenEntry.Of(DraftParts.ReadEntry(Cell(cells, "curationentry")), pin, Cell(cells, "note") ?? Cell(cells, "notes") ?? Cell(cells, "comment") ?? "") };
    }

    private int? Duration(List<string> cells)
    {
        if (int.TryParse(Cell(cells, ImportField.DurationMs), NumberStyles.None, CultureInfo.InvariantCulture, out var ms)) return ms;
        var text = Cell(cells, ImportField.DurationSeconds) ?? "";
        if (text.Contains(':', StringComparison.Ordinal)) return PastedText.Line(1, $"x {text}").DurationMs;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 86_400 ? (int)(seconds * 1000) : null;
    }

    private int Column(ImportField field) => FieldNames.ColumnFor(field, ImportFormat.Tracks, header);

    private int Column(string name) => header.IndexOf(name);

    private string? Cell(List<string> cells, ImportField field) => At(cells, Column(field));

    private string? Cell(List<string> cells, string name) => At(cells, Column(name));

    private string? At(List<string> cells, int column)
    {
        if (column < 0 || column >= cells.Count) return null;
        var cell = cells[column];
        return Ours && cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'', ..] ? cell[1..] : cell;
    }
}
