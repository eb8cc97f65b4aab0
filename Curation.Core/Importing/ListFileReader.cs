using System.Text;
using Curation.Core.Importing.Lists;

namespace Curation.Core.Importing;

/// <summary>Reads one playlist as XSPF or M3U into a list of tracks that somebody made.</summary>
internal sealed class ListFileReader(ImportSource source, Reading reading)
{
    public IEnumerable<ImportRow> Read()
    {
        var part = source.Parts[0];
        byte[] bytes;
        using (var stream = part.Open(reading)) bytes = Documents.ReadWhole(part.Name, stream, Math.Min(reading.Limits.DocumentBytes, GivenList.MostBytes));
        var list = ListReader.Read(part.Name, bytes);
        if (list.Tracks.Count == 0) throw new ImportStoppedException($"{part.Name}: there is no playlist with tracks in it.");
        var title = list.Title is { } given && given.Length <= reading.Limits.TextLength ? given : Path.GetFileNameWithoutExtension(part.FileName);
        foreach (var passed in list.Passed) reading.Refuse(part.Name, passed.Line, passed.Because, Encoding.UTF8.GetBytes(passed.Text));
        var position = 0;
        foreach (var wanted in list.Tracks.Select(track => track.Wanted))
        {
            if (wanted.Readings is not [{ Artist: { } artist } first, ..])
            {
                reading.Refuse(part.Name, wanted.Line, wanted.Readings.Count == 0 ? "the track has no title" : "the track has no creator", Encoding.UTF8.GetBytes(wanted.Text));
                continue;
            }

            reading.RowsRead++;
            yield return new ListRow(wanted.Line, title, null, position++, new TrackWords(first.Title, artist) { DurationMs = wanted.DurationMs, Isrc = wanted.Isrc, Mbid = wanted.Mbid });
        }
    }
}
