using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>Reads any source row by row, in an order that is the same on every pass.</summary>
public static class ImportReader
{
    /// <summary>The good rows of the source; bad ones go to the quarantine of the pass.</summary>
    /// <exception cref="ImportStoppedException">The source cannot be read any further, or is not in the format of the plan.</exception>
    public static IEnumerable<ImportRow> Read(ImportSource source, ImportPlan plan, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reading);
        return plan.Format switch
        {
            ImportFormat.ListenBrainz => new ListenBrainzReader(source, reading).Read(),
            ImportFormat.HetRec => new HetRecReader(source, reading).Read(),
            ImportFormat.Jspf => new JspfReader(source, reading).Read(),
            ImportFormat.Xspf or ImportFormat.M3u => new ListFileReader(source, reading).Read(),
            ImportFormat.LastFm => LastFm(source.Parts[0], reading),
            ImportFormat.MusicBrainz => Artists(source.Parts[0], plan, reading, Separation.Tabs),
            ImportFormat.Artists => Artists(source.Parts[0], plan, reading, null),
            _ => Columns(source.Parts[0], plan, reading, null, null),
        };
    }

    private static IEnumerable<ImportRow> Columns(SourcePart part, ImportPlan plan, Reading reading, Separation? known, Func<string, bool>? isShared)
    {
        var table = Table.Of(part, reading.Limits, known);
        var mapping = plan.Mapping ?? ColumnMapping.Guess(plan.Format, table.Columns);
        if (!mapping.Columns.SequenceEqual(table.Columns, StringComparer.Ordinal))
            throw new ImportStoppedException($"{part.Name}, line 1: the columns are not those that were mapped; found {string.Join(", ", table.Columns)}.");
        FormatDetector.MustBeWhole(part, mapping);
        using var rows = table.Rows(reading);
        foreach (var row in new MappedReader(rows, mapping, reading, isShared).Read(part.Name)) yield return row;
    }

    private static IEnumerable<ImportRow> LastFm(SourcePart part, Reading reading)
    {
        var mapping = ColumnMapping.Fixed(
            ImportFormat.LastFm, 6, (ImportField.Listener, 0), (ImportField.Time, 1), (ImportField.ArtistMbid, 2), (ImportField.Artist, 3), (ImportField.Mbid, 4), (ImportField.Title, 5));
        using var rows = Table.Open(part, reading.Limits, Separation.Tabs, reading);
        foreach (var row in new MappedReader(rows, mapping, reading).Read(part.Name)) yield return row;
    }

    // A first pass learns which names stand for several artists, since the rows that share a name may lie far apart.
    private static IEnumerable<ImportRow> Artists(SourcePart part, ImportPlan plan, Reading reading, Separation? known)
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        var first = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var row in Columns(part, plan, new Reading(reading.Limits, reading.Now, _ => { }), known, null))
        {
            if (row is not ArtistRow { Mbid: { } mbid } artist) continue;
            var key = ArtistKey.Of(artist.Name);
            if (!first.TryAdd(key, mbid) && first[key] != mbid) shared.Add(key);
        }

        foreach (var row in Columns(part, plan, reading, known, shared.Contains)) yield return row;
    }
}
