using System.Buffers;
using System.Globalization;
using System.Text;

namespace Curation.Core.Publishing.Formats;

/// <summary>Comma-separated values for a spreadsheet. A cell that a spreadsheet could take for a formula gets a leading apostrophe; for machines there is JSPF.</summary>
public sealed class Csv : IListFormat
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t");

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8; header=present";

    /// <inheritdoc/>
    public void Write(ExportedList list, Stream into)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder("position,title,artist,duration_ms,isrc,mbid,track,provenance,score\n");
        for (var i = 0; i < list.Tracks.Count; i++)
        {
            var track = list.Tracks[i];
            text.Append(CultureInfo.InvariantCulture, $"{i + 1},{Cell(track.Title)},{Cell(track.Artist)},{track.DurationMs},{Cell(track.Isrc ?? "")},{track.Mbid},{track.Slot.Track},");
            text.Append(CultureInfo.InvariantCulture, $"{track.Slot.Provenance},{track.Slot.Score:0.000000}\n");
        }

        into.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Text as a cell: guarded against formulas, quoted where it has to be.</summary>
    internal static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n')) text = "'" + text;
        return text.AsSpan().ContainsAny(Quoted) ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
