using System.Globalization;
using System.Text;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;

namespace Curation.Core.Publishing.Drafts;

/// <summary>A draft as comma-separated values. Pin and note can be edited in a spreadsheet and count when it is read again; the last two columns hold what has no column of its own.</summary>
public sealed class DraftCsv : IDraftFormat
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8; header=present";

    /// <inheritdoc/>
    public void Write(DraftFile file, Stream into)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = new StringBuilder("position,title,artist,album,duration_ms,isrc,mbid,track,pin,note,added_by,added_at,location,seed,curation_entry,curation_draft\n");
        var head = DraftParts.Head(file.Draft).ToJsonString();
        foreach (var (i, line) in file.Lines.Index()) Row(text, i, line, i == 0 ? file.Seed : null, i == 0 ? head : "");
        if (file.Draft.Pool.Length == 0) text.Append(",,,,,,,,,,,,,").Append(Cell(file.Seed ?? "")).Append(",,").Append(Cell(head)).Append('\n');
        into.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Row(StringBuilder text, int place, DraftLine line, string? seed, string head)
    {
        var (entry, facts) = (line.Entry, line.Facts);
        text.Append(CultureInfo.InvariantCulture, $"{place + 1},{Cell(line.Title)},{Cell(line.Artist)},{Cell(line.Album ?? "")},{facts?.DurationMs},{Cell(facts?.Isrc ?? "")},{facts?.Mbid},{entry.Track},");
        text.Append(CultureInfo.InvariantCulture, $"{entry.Pin},{Cell(entry.Note)},{Cell(entry.AddedBy.Value ?? "")},{entry.AddedAt:O},{Cell(line.Path ?? "")},{Cell(seed ?? "")},{Cell(DraftParts.Of(entry).ToJsonString())},{Cell(head)}\n");
    }

    /// <summary>As in other exports, but an apostrophe in front is guarded too, so that the guard can be taken off again.</summary>
    private static string Cell(string text) => Csv.Cell(text.StartsWith('\'') ? "'" + text : text);
}
