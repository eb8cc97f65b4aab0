using System.Text;

namespace Curation.Core.Importing;

/// <summary>Tells the format of a source from what is in it, never from its name alone.</summary>
public static class FormatDetector
{
    private const int SampleBytes = 64 << 10;

    private static readonly ImportFormat[] Mapped = [ImportFormat.Plays, ImportFormat.Lists, ImportFormat.Tracks, ImportFormat.Artists];

    /// <summary>How to read the source, with the format found out or as asked for.</summary>
    /// <exception cref="ImportStoppedException">It is none of the known formats, or not the one asked for; the message says what was found instead.</exception>
    public static ImportPlan Detect(ImportSource source, ImportLimits limits, ImportFormat? asked = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(limits);
        if (asked is { } format) return Asked(source, limits, format);
        if (HetRecReader.Find(source, "user_artists.dat") is not null && HetRecReader.Find(source, "artists.dat") is not null)
            return new ImportPlan(ImportFormat.HetRec, null, "it holds user_artists.dat and artists.dat");
        if (source.Parts.Count > 1)
        {
            return source.Parts.Any(ListenBrainzReader.HoldsListens)
                ? new ImportPlan(ImportFormat.ListenBrainz, null, "it holds files of listens, as a ListenBrainz export does")
                : throw new ImportStoppedException($"{source.Name}: holds several files that do not belong together; import them one by one.");
        }

        return Single(source.Parts[0], limits);
    }

    private static ImportPlan Single(SourcePart part, ImportLimits limits)
    {
        var sample = Sample(part);
        var text = sample.AsSpan().TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) throw new ImportStoppedException($"{part.Name}: the file is empty.");
        if (text[0] == '{') return Json(part, text);
        if (text[0] == '<' && text.IndexOf("<playlist"u8) >= 0) return new ImportPlan(ImportFormat.Xspf, null, "it is XML with a playlist");
        if (text.StartsWith("#EXTM3U"u8)) return new ImportPlan(ImportFormat.M3u, null, "it starts with #EXTM3U");
        var table = Table.Of(part, limits);
        if (LooksLikeLastFm(table)) return new ImportPlan(ImportFormat.LastFm, null, "its rows are six columns by tabs with a time in the second and no header");
        var folded = table.Columns.Select(FieldNames.Fold).ToList();
        if (folded.Contains("artistmbid") && folded.Contains("name"))
            return new ImportPlan(ImportFormat.MusicBrainz, ColumnMapping.Guess(ImportFormat.MusicBrainz, table.Columns), "its header has artist_mbid and name");
        return ByColumns(part, table);
    }

    private static ImportPlan Json(SourcePart part, ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\"track_metadata\""u8) >= 0) return new ImportPlan(ImportFormat.ListenBrainz, null, "its lines are JSON with track_metadata");
        return text.IndexOf("\"playlist\""u8) >= 0
            ? new ImportPlan(ImportFormat.Jspf, null, "it is JSON with a playlist")
            : throw new ImportStoppedException($"{part.Name}: is JSON, but neither ListenBrainz listens (track_metadata) nor a JSPF playlist (playlist).");
    }

    private static ImportPlan ByColumns(SourcePart part, Table table)
    {
        foreach (var format in Mapped)
        {
            var mapping = ColumnMapping.Guess(format, table.Columns);
            if (mapping.Missing.Count == 0)
                return new ImportPlan(format, mapping, $"its header has {string.Join(", ", FieldNames.NeededBy(format).Select(mapping.ColumnOf))}");
        }

        var listeners = ColumnMapping.Guess(ImportFormat.Listeners, table.Columns);
        if (DescribesListeners(table, listeners)) return new ImportPlan(ImportFormat.Listeners, listeners, $"its header has {listeners.ColumnOf(ImportField.Listener)} and what is known of listeners, and neither title nor artist");
        var nearest = Mapped.Select(format => ColumnMapping.Guess(format, table.Columns)).MinBy(mapping => (double)mapping.Missing.Count / FieldNames.NeededBy(mapping.Format).Count)!;
        throw Missing(part, nearest, $"; name the columns, or the format (one of {string.Join(", ", ImportFormats.Names)})");
    }

    /// <summary>A listener's column alone may as well begin plays that lack a column.</summary>
    private static bool DescribesListeners(Table table, ColumnMapping mapping) =>
        mapping.Missing.Count == 0 && FieldNames.Of(ImportFormat.Listeners).Count(field => mapping[field] >= 0) > 1 && ColumnMapping.Guess(ImportFormat.Tracks, table.Columns) is var tracks && tracks[ImportField.Title] < 0 && tracks[ImportField.Artist] < 0;

    private static ImportPlan Asked(ImportSource source, ImportLimits limits, ImportFormat format)
    {
        ColumnMapping? mapping = null;
        if (ImportFormats.HasMapping(format))
        {
            Sample(source.Parts[0]);
            mapping = ColumnMapping.Guess(format, Table.Of(source.Parts[0], limits).Columns);
        }

        return new ImportPlan(format, mapping, "it was asked for");
    }

    /// <summary>Refuses a mapping in which a needed field has no column.</summary>
    internal static void MustBeWhole(SourcePart part, ColumnMapping mapping)
    {
        if (mapping.Missing.Count > 0) throw Missing(part, mapping, "");
    }

    private static ImportStoppedException Missing(SourcePart part, ColumnMapping mapping, string advice)
    {
        var missing = string.Join(", ", mapping.Missing.Select(FieldNames.NameOf));
        var found = string.Join(", ", mapping.Columns.Take(20).Select(column => column.Length > 40 ? column[..40] + "..." : column));
        return new ImportStoppedException($"{part.Name}, line 1: no column for {missing}, which the format {ImportFormats.NameOf(mapping.Format)} needs; found {found}{advice}.");
    }

    private static bool LooksLikeLastFm(Table table) =>
        table.Columns.Count == 6 && Instants.TryRead(Encoding.UTF8.GetBytes(table.Columns[1]), out _) && table.Columns[0].Length > 0 && table.Columns[5].Length > 0;

    private static byte[] Sample(SourcePart part)
    {
        var bytes = new byte[SampleBytes];
        using var stream = part.Open(null);
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        Array.Resize(ref bytes, length);
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var nul = bytes.AsSpan().IndexOf((byte)0);
        return nul < 0 ? bytes : throw new ImportStoppedException($"{part.Name}: is no text file (byte {nul + 1} is NUL).");
    }
}
