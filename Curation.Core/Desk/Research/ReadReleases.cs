using System.Security.Cryptography;
using Curation.Core.Auditing.Research;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Research;

/// <summary>A line of the register with the names it needs.</summary>
public sealed record ReleaseRow(ResearchRelease Release, string Title, int Number, string By);

/// <summary>An edition of which a bundle can be made.</summary>
public sealed record BundleChoice(int Edition, string Title, int Number, int Lists);

/// <summary>Reads the register of research bundles and hands out their files; for admins.</summary>
public sealed class ReadReleases(Store store, DataDirectory data)
{
    /// <summary>Who got what and when, the newest first.</summary>
    public Task<List<ReleaseRow>> All(Actor actor, CancellationToken cancel = default) => store.Read(async db =>
    {
        await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel);
        return await (from release in db.ResearchReleases
                      join edition in db.Editions on release.Edition equals edition.Id
                      orderby release.Id descending
                      select new ReleaseRow(release, edition.Title, edition.Number, db.Users.Where(user => user.Id == (string)(object)release.By).Select(user => user.DisplayName).FirstOrDefault() ?? "somebody who left")).ToListAsync(cancel);
    }, cancel);

    /// <summary>The editions that were published, the newest first.</summary>
    public Task<List<BundleChoice>> Choices(Actor actor, CancellationToken cancel = default) => store.Read(async db =>
    {
        await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel);
        return await db.Editions.Where(row => row.Hash != "" && row.State != EditionState.Building).OrderByDescending(row => row.Id).Select(row => new BundleChoice(row.Id, row.Title, row.Number, row.ListCount)).ToListAsync(cancel);
    }, cancel);

    /// <summary>The file of a release, checked against the register; null where there is no such release.</summary>
    public async Task<(byte[] Bytes, string Name)?> File(Actor actor, int id, CancellationToken cancel = default)
    {
        var release = await store.Read(async db =>
        {
            await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel);
            return await db.ResearchReleases.SingleOrDefaultAsync(row => row.Id == id, cancel);
        }, cancel);
        if (release is null) return null;
        var path = MakeResearchBundle.FileOf(data, release.Hash);
        if (!System.IO.File.Exists(path)) throw new RefusedException("The file of this release is not in the data directory any more. The register still names its hash; make a new bundle of the edition.");
        var bytes = await System.IO.File.ReadAllBytesAsync(path, cancel);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != release.Hash) throw new RefusedException("The file of this release is not what was handed over. It was not sent; keep the data directory as it is and restore a backup that verifies.");
        return (bytes, FormattableString.Invariant($"research-bundle-{release.Id}.zip"));
    }
}
