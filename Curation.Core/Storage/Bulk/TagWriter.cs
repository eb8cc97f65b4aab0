using Curation.Core.Catalog;
using Curation.Core.Importing;

namespace Curation.Core.Storage.Bulk;

/// <summary>Notes how often tracks were tagged; of two counts for the same tag the greater stands.</summary>
internal sealed class TagWriter(CurationDb db, CatalogueWriter catalogue) : IDisposable
{
    private readonly Statement addTag = new(
        db,
        """
        INSERT INTO "TrackTags" ("Track", "Tag", "Count") VALUES (@0, @1, @2)
        ON CONFLICT ("Track", "Tag") DO UPDATE SET "Count" = excluded."Count" WHERE excluded."Count" > "TrackTags"."Count"
        """,
        3);

    public bool Add(TagRow row) => addTag.With(catalogue.Track(row.Track), ArtistKey.Of(row.Tag), row.Count).Change();

    public void Dispose() => addTag.Dispose();
}
