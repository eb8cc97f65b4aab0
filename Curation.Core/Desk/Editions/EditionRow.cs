using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Editions;

/// <summary>An edition as screens show it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="RevisionNumber">Number of the revision it was made from.</param>
/// <param name="PublishedByName">Name of who published it; empty where the account is gone.</param>
public sealed record EditionRow(Edition Edition, int RevisionNumber, string PublishedByName)
{
    internal static IQueryable<EditionRow> Of(CurationDb db, IQueryable<Edition> editions) =>
        from edition in editions
        join revision in db.Revisions on edition.Revision equals revision.Id
        select new EditionRow(
            edition,
            revision.Number,
            db.Users.Where(person => person.Id == (string)(object)edition.PublishedBy).Select(person => person.DisplayName).FirstOrDefault() ?? "");
}
