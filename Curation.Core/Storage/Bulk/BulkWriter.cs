using Curation.Core.Importing;
using Curation.Core.Listening;

namespace Curation.Core.Storage.Bulk;

/// <summary>What became of the rows of a step.</summary>
public sealed class BulkCounts
{
    /// <summary>Rows that added or changed something.</summary>
    public long Kept { get; internal set; }

    /// <summary>Rows that said nothing new.</summary>
    public long AlreadyThere { get; internal set; }

    /// <summary>Rows about artists, by how they met the catalogue.</summary>
    public Dictionary<ArtistJoin, long> Joins { get; } = [];

    /// <summary>Rows about artists that met none, with the reason.</summary>
    public List<(ArtistRow Row, string Reason)> NotJoined { get; } = [];

    internal void Count(ImportRow row, bool isNew)
    {
        if (isNew) Kept += row.Rows;
        else AlreadyThere += row.Rows;
    }
}

/// <summary>Writes the rows of one step inside the transaction of its context. The same rows again change nothing.</summary>
public sealed class BulkWriter : IDisposable
{
    private readonly CatalogueWriter catalogue;
    private readonly ListeningWriter listening;
    private readonly ListWriter lists;
    private readonly TagWriter tags;
    private readonly ArtistWriter artists;
    private readonly ListenerWriter listeners;

    /// <summary>A writer inside the current transaction of <paramref name="db"/>; <paramref name="source"/> is who states facts about artists.</summary>
    public BulkWriter(CurationDb db, BulkIds ids, BatchId batch, string source)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ids.Bound();
        catalogue = new CatalogueWriter(db, ids);
        listening = new ListeningWriter(db, ids, catalogue, batch);
        lists = new ListWriter(db, ids, catalogue, batch);
        tags = new TagWriter(db, catalogue);
        artists = new ArtistWriter(db, source);
        listeners = new ListenerWriter(db);
    }

    /// <summary>Writes the rows and says what became of them.</summary>
    public BulkCounts Write(IReadOnlyList<ImportRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var counts = new BulkCounts();
        var plays = new List<PlayRow>(rows.Count);
        foreach (var row in rows)
        {
            if (row is PlayRow play) plays.Add(play);
            else if (row is ArtistRow artist) Join(artist, counts);
            else counts.Count(row, Add(row));
        }

        if (plays.Count == 0) return counts;
        var added = listening.Plays(plays);
        counts.Kept += added;
        counts.AlreadyThere += plays.Count - added;
        return counts;
    }

    /// <summary>Takes note of rows that an earlier start of the same import has written.</summary>
    public void Recall(IEnumerable<ListRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows) lists.Recall(row);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        catalogue.Dispose();
        listening.Dispose();
        lists.Dispose();
        tags.Dispose();
        listeners.Dispose();
    }

    private bool Add(ImportRow row) => row switch
    {
        TrackRow track => Learned(track.Track),
        TallyRow tally => listening.Tally(tally),
        TagRow tag => tags.Add(tag),
        ListenerRow listener => listeners.Describe(listener),
        ListRow list => lists.Add(list),
        _ => throw new ArgumentException($"Rows of the kind {row.GetType().Name} are not written here.", nameof(row)),
    };

    private bool Learned(TrackWords track)
    {
        catalogue.Track(track, out var learned);
        return learned;
    }

    private void Join(ArtistRow row, BulkCounts counts)
    {
        var (join, learned) = artists.Write(row);
        counts.Joins[join] = counts.Joins.GetValueOrDefault(join) + row.Rows;
        if (join == ArtistJoin.Ambiguous) counts.NotJoined.Add((row, "the name stands for several artists, so it says nothing"));
        else if (join == ArtistJoin.NotThere) counts.NotJoined.Add((row, "no artist of the catalogue has this identifier or name"));
        else counts.Count(row, learned);
    }
}
