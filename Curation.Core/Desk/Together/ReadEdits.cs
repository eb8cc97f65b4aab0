using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Together;

/// <summary>An edit as a line of the changes.</summary>
public sealed record EditRow(EditRecord Record, string ByName, string TakenByName);

/// <summary>Reads who changed what.</summary>
public sealed class ReadEdits(Store store)
{
    /// <summary>The newest edits of a playlist first, of one person where asked for.</summary>
    public Task<List<EditRow>> Newest(PlaylistId playlist, PersonId? person = null, int count = 100, CancellationToken cancel = default) => store.Read(async db =>
        (await (from record in db.EditRecords
                where record.Playlist == playlist && (person == null || record.By == person)
                orderby record.Id descending
                select new
                {
                    record,
                    ByName = db.Users.Where(user => user.Id == (string)(object)record.By).Select(user => user.DisplayName).FirstOrDefault(),
                    TakenBy = db.Users.Where(user => user.Id == (string)(object)record.TakenBy!).Select(user => user.DisplayName).FirstOrDefault(),
                }).Take(count).ToListAsync(cancel)).ConvertAll(row => new EditRow(row.record, row.ByName ?? "", row.TakenBy ?? "")), cancel);

    /// <summary>Everybody who edited, by how much.</summary>
    public Task<List<(PersonId Id, string Name, int Edits)>> People(PlaylistId playlist, CancellationToken cancel = default) => store.Read(async db =>
    {
        var rows = await db.EditRecords.Where(record => record.Playlist == playlist).GroupBy(record => record.By)
            .Select(edits => new { Writer = edits.Key, Count = edits.Count() }).OrderByDescending(row => row.Count).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Writer.Value);
        var names = await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return rows.ConvertAll(row => (row.Writer, names.GetValueOrDefault(row.Writer.Value, "The system"), row.Count));
    }, cancel);

    /// <summary>Who wrote which value of an entry last.</summary>
    public Task<List<FieldAuthor>> Authors(PlaylistId playlist, TrackId track, CancellationToken cancel = default) =>
        store.Read(db => db.FieldAuthors.Where(row => row.Playlist == playlist && row.Track == track).ToListAsync(cancel), cancel);
}
