using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Attributes;

/// <summary>Takes over what a source states of artists or tracks.</summary>
public sealed class SetValues(Store store, ReviewValues review)
{
    /// <summary>Reads the lines again, as they mean now, and takes those that mean somebody; returns how many changed something.</summary>
    /// <exception cref="RefusedException">No source is named, somebody else changed the attribute, or no line changes anything; nothing was changed.</exception>
    public async Task<int> Run(Actor actor, AttributeId id, int version, string source, string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var from = source.Trim();
        if (from.Length is 0 or > AttributeValue.LongestSource) throw new RefusedException($"Say in 1 to {AttributeValue.LongestSource} characters who states these values; nothing was changed.");
        var lines = (await review.Of(id, text, cancel)).Where(line => line.Changes).DistinctBy(line => line.Subject).ToList();
        if (lines.Count == 0) throw new RefusedException("No line changes anything; nothing was written. Check the lines that were not found.");
        return await store.Write(actor, [Roles.Admin], async write =>
        {
            var attribute = await AttributeNames.Known(write, id, version);
            var held = (await write.Db.AttributeValues.Where(value => value.Attribute == id).ToListAsync(cancel)).ToDictionary(value => value.Artist?.Value ?? value.Track!.Value.Value);
            var counts = (Stated: 0, Changed: 0, Taken: 0);
            foreach (var line in lines)
            {
                var before = held.GetValueOrDefault(line.Subject!.Value);
                if (line.Value.Length == 0)
                {
                    if (before is null) continue;
                    write.Db.AttributeValues.Remove(before);
                    counts.Taken++;
                }
                else if (before is null)
                {
                    write.Db.AttributeValues.Add(New(attribute, line.Subject.Value, line.Value, from));
                    counts.Stated++;
                }
                else
                {
                    before.State(line.Value, from);
                    counts.Changed++;
                }
            }

            attribute.Touch();
            await write.Log("attribute.values", $"attribute:{id}", $"\"{attribute.Name}\": {counts.Stated} stated, {counts.Changed} changed, {counts.Taken} taken back; source: {from}");
            return counts.Stated + counts.Changed + counts.Taken;
        }, cancel);
    }

    private static AttributeValue New(CreatorAttribute attribute, int subject, string value, string source) => attribute.Subject == AttributeSubject.Artist
        ? new(attribute.Id, new ArtistId(subject), value, source)
        : new(attribute.Id, new TrackId(subject), value, source);
}
