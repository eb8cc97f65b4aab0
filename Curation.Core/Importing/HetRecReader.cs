using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>Reads the HetRec 2011 Last.fm folder: artists as catalogue entries, play counts by listener, and tags with how many gave them.</summary>
/// <remarks>I. Cantador, P. Brusilovsky and T. Kuflik, "2nd Workshop on Information Heterogeneity and Fusion in Recommender Systems", RecSys 2011.</remarks>
internal sealed class HetRecReader(ImportSource source, Reading reading)
{
    private const int MostPlays = 100_000_000;
    private readonly Dictionary<int, TrackWords> artists = [];
    private readonly Dictionary<string, TrackWords> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> sharedKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> tags = [];

    /// <summary>The file of a folder or archive under its name, packed or not.</summary>
    public static SourcePart? Find(ImportSource source, string name) =>
        source.Parts.FirstOrDefault(part => part.FileName.Equals(name, StringComparison.OrdinalIgnoreCase) || part.FileName.Equals(name + ".gz", StringComparison.OrdinalIgnoreCase));

    public IEnumerable<ImportRow> Read()
    {
        var rows = Artists(Needed("artists.dat")).Concat(Tallies(Needed("user_artists.dat")));
        var given = Find(source, "user_taggedartists.dat");
        if (given is null) return rows;
        var names = Needed("tags.dat");
        return rows.Concat(Tags(names, given));
    }

    private SourcePart Needed(string name) =>
        Find(source, name) ?? throw new ImportStoppedException($"{source.Name}: {name} is missing; a HetRec folder has artists.dat, user_artists.dat and, for tags, tags.dat and user_taggedartists.dat.");

    private IEnumerable<ImportRow> Artists(SourcePart part)
    {
        foreach (var (rows, at) in Rows(part, Separation.Tabs, "id", "name"))
        {
            var name = Encoding.UTF8.GetString(rows[at[1]]).Trim();
            if (Id(rows[at[0]]) is not { } id) Refuse(part, rows, "id is no whole number above 0");
            else if (artists.ContainsKey(id)) Refuse(part, rows, $"artist {id} stands in an earlier row too");
            else if (name.Length == 0 || name.Length > reading.Limits.TextLength) Refuse(part, rows, "name is empty or too long");
            else
            {
                reading.RowsRead++;
                yield return new TrackRow(rows.Line, Entry(id, name));
            }
        }
    }

    private TrackWords Entry(int id, string name)
    {
        var entry = new TrackWords(name, name) { WholeArtist = true };
        if (byKey.TryGetValue(entry.Key, out var first))
        {
            sharedKeys.Add(entry.Key);
            entry = first;
        }

        byKey[entry.Key] = entry;
        artists[id] = entry;
        return entry;
    }

    // Two artists whose names fold to one are one entry, and a listener's counts of them add up; so these rows wait for the end.
    private IEnumerable<ImportRow> Tallies(SourcePart part)
    {
        var waiting = new Dictionary<(int, TrackWords), TallyRow>();
        foreach (var (rows, at) in Rows(part, Separation.Tabs, "userID", "artistID", "weight"))
        {
            if (Id(rows[at[0]]) is not { } user) Refuse(part, rows, "userID is no whole number above 0");
            else if (Id(rows[at[1]]) is not { } artist) Refuse(part, rows, "artistID is no whole number above 0");
            else if (!artists.TryGetValue(artist, out var entry)) Refuse(part, rows, $"artist {artist} is not in artists.dat");
            else if (Id(rows[at[2]]) is not (> 0 and <= MostPlays and { } count)) Refuse(part, rows, $"weight is not between 1 and {MostPlays}");
            else
            {
                reading.RowsRead++;
                var row = new TallyRow(rows.Line, ListenerOf(user), entry, count);
                if (!sharedKeys.Contains(entry.Key)) yield return row;
                else if (!waiting.TryGetValue((user, entry), out var earlier)) waiting[(user, entry)] = row;
                else waiting[(user, entry)] = earlier with { Count = Math.Min(MostPlays, earlier.Count + count), Rows = earlier.Rows + 1 };
            }
        }

        foreach (var row in waiting.Values.OrderBy(row => row.Line)) yield return row;
    }

    private IEnumerable<ImportRow> Tags(SourcePart names, SourcePart given)
    {
        ReadTagNames(names);
        var counts = new Dictionary<(TrackWords, string), TagRow>();
        var seen = new HashSet<(int, TrackWords, string)>();
        foreach (var (rows, at) in Rows(given, Separation.Tabs, "userID", "artistID", "tagID"))
        {
            if (Id(rows[at[0]]) is not { } user) Refuse(given, rows, "userID is no whole number above 0");
            else if (Id(rows[at[1]]) is not { } artist || !artists.TryGetValue(artist, out var entry)) Refuse(given, rows, $"artist {Encoding.UTF8.GetString(rows[at[1]])} is not in artists.dat");
            else if (Id(rows[at[2]]) is not { } tag || !tags.TryGetValue(tag, out var word)) Refuse(given, rows, $"tag {Encoding.UTF8.GetString(rows[at[2]])} is not in tags.dat");
            else
            {
                reading.RowsRead++;
                var more = seen.Add((user, entry, word)) ? 1 : 0;
                counts[(entry, word)] = counts.TryGetValue((entry, word), out var earlier)
                    ? earlier with { Count = earlier.Count + more, Rows = earlier.Rows + 1 }
                    : new TagRow(rows.Line, entry, word, 1);
            }
        }

        foreach (var row in counts.Values.OrderBy(row => row.Line)) yield return row;
    }

    private void ReadTagNames(SourcePart part)
    {
        // The file as published mixes UTF-8 with ISO-8859-1, row by row.
        foreach (var (rows, at) in Rows(part, Separation.Tabs with { OldText = true }, "tagID", "tagValue"))
        {
            var encoding = Utf8.IsValid(rows.Raw) ? Encoding.UTF8 : Encoding.Latin1;
            var word = ArtistKey.Of(encoding.GetString(rows[at[1]]));
            if (Id(rows[at[0]]) is not { } id) Refuse(part, rows, "tagID is no whole number above 0");
            else if (word.Length == 0 || word.Length > reading.Limits.TextLength) Refuse(part, rows, "tagValue is empty or too long");
            else tags[id] = word;
        }
    }

    private IEnumerable<(SeparatedRows Rows, int[] At)> Rows(SourcePart part, Separation separation, params string[] needed)
    {
        var table = Table.Of(part, reading.Limits, separation);
        var at = needed.Select(name => table.Columns.ToList().FindIndex(column => column.Equals(name, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (at.Contains(-1))
            throw new ImportStoppedException($"{part.Name}, line 1: columns {string.Join(", ", needed)} are needed; found {string.Join(", ", table.Columns)}.");
        using var rows = table.Rows(reading);
        while (rows.Next(table.Columns.Count))
        {
            if (rows.Problem is { } problem) Refuse(part, rows, problem);
            else yield return (rows, at);
        }
    }

    private void Refuse(SourcePart part, SeparatedRows rows, string reason) => reading.Refuse(part.Name, rows.Line, reason, rows.Raw);

    private static string ListenerOf(int user) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"hetrec-{user}");

    private static int? Id(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int value, out var used) && used == text.Length && value > 0 ? value : null;
}
