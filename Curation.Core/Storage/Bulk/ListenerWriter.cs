using Curation.Core.Importing;

namespace Curation.Core.Storage.Bulk;

/// <summary>Records what a source states about listeners; who is not known yet is a new one.</summary>
internal sealed class ListenerWriter(CurationDb db) : IDisposable
{
    // A file is older than what a listener has said since, so it may keep explicit tracks from somebody and never lets them through again.
    private readonly Statement describe = new(
        db,
        """
        INSERT INTO "Listeners" ("Key", "AgeBand", "Region", "Since", "ProfilingOff", "ExcludesExplicit") VALUES (@0, @1, @2, @3, FALSE, COALESCE(@4, FALSE))
        ON CONFLICT ("Key") DO UPDATE SET "AgeBand" = COALESCE(excluded."AgeBand", "Listeners"."AgeBand"), "Region" = COALESCE(excluded."Region", "Listeners"."Region"),
            "Since" = COALESCE(excluded."Since", "Listeners"."Since"), "ExcludesExplicit" = ("Listeners"."ExcludesExplicit" OR excluded."ExcludesExplicit")
        WHERE COALESCE(excluded."AgeBand", "Listeners"."AgeBand") IS DISTINCT FROM "Listeners"."AgeBand" OR COALESCE(excluded."Region", "Listeners"."Region") IS DISTINCT FROM "Listeners"."Region"
            OR COALESCE(excluded."Since", "Listeners"."Since") IS DISTINCT FROM "Listeners"."Since" OR (excluded."ExcludesExplicit" AND NOT "Listeners"."ExcludesExplicit")
        """,
        5);

    /// <summary>Records a row; false where it says nothing new.</summary>
    public bool Describe(ListenerRow row) => describe.With(row.Listener, row.AgeBand, row.Region, row.Since, row.ExcludesExplicit).Change();

    public void Dispose() => describe.Dispose();
}
