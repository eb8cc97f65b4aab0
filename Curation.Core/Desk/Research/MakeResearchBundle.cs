using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Research;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Research;

/// <summary>Makes a research bundle of a published edition, puts it into the register and keeps the file.</summary>
public sealed class MakeResearchBundle(Store store, DataDirectory data, CurrentModel current)
{
    /// <summary>Makes it for a recipient and a purpose until a day, and returns its line of the register.</summary>
    public async Task<ResearchRelease> Run(Actor actor, int edition, string recipient, string purpose, DateOnly until, int minimum = MinimumCell.Default, CancellationToken cancel = default)
    {
        if (minimum < MinimumCell.Least) throw new RefusedException($"The smallest cell has at least {MinimumCell.Least} listeners, since of fewer some could tell the others apart. Nothing was handed over; ask for cells of {MinimumCell.Least} or more.");
        var snapshot = await current.Get(cancel);
        var bytes = await store.Read(async db =>
        {
            await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel);
            return await Bytes(db, snapshot, edition, minimum, cancel);
        }, cancel);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return await store.Write(actor, [Roles.Admin], async write =>
        {
            var release = new ResearchRelease(edition, recipient, purpose, until, minimum, hash, bytes.Length, actor.Person, write.Now);
            write.Db.ResearchReleases.Add(release);
            await write.Db.SaveChangesAsync(cancel);
            await Keep(hash, bytes, cancel);
            await write.Log("research.release", $"edition:{edition}", FormattableString.Invariant($"release {release.Id} to {release.Recipient} until {until:yyyy-MM-dd}, {hash}"));
            return release;
        }, cancel);
    }

    internal static string FileOf(DataDirectory data, string hash) => Path.Combine(data.Research, $"{hash}.zip");

    private async Task<byte[]> Bytes(CurationDb db, ModelSnapshot snapshot, int id, int minimum, CancellationToken cancel)
    {
        var edition = await db.Editions.SingleOrDefaultAsync(row => row.Id == id, cancel);
        if (edition is null || edition.State == EditionState.Building || edition.PublishedAt is not { } published) throw new RefusedException("Only what was published can be handed over, and this edition was not. Nothing was changed.");
        var draft = await db.Revisions.Where(row => row.Id == edition.Revision).Select(row => row.Draft).SingleAsync(cancel);
        var (aggregates, lists) = await CountEdition.Run(db, edition, await TrackGroups.Of(db, snapshot, DateOnly.FromDateTime(store.Now.UtcDateTime), cancel), minimum, cancel);
        if (aggregates.Tables.IsEmpty) throw new RefusedException($"Too few listeners: with cells of at least {minimum}, nothing of this edition can be shown. Nothing was handed over.");
        var configuration = new BundleConfiguration(edition.Title, edition.Number, edition.Hash, DateOnly.FromDateTime(published.UtcDateTime), edition.RevisionHash, edition.ModelHash, edition.PolicyVersion, Recipe(draft.Blend), lists);
        return Bundle.Write(configuration, aggregates);
    }

    private static ImmutableSortedDictionary<string, string> Recipe(Blend blend) => new Dictionary<string, string>
    {
        ["tracks in a list"] = blend.Size.ToString(CultureInfo.InvariantCulture),
        ["editorial weight"] = blend.EditorialWeight.ToString(CultureInfo.InvariantCulture),
        ["discovery share"] = blend.DiscoveryShare.ToString(CultureInfo.InvariantCulture),
        ["artist separation"] = blend.ArtistSeparation.ToString(CultureInfo.InvariantCulture),
        ["explicit tracks"] = blend.AllowExplicit ? "allowed" : "left out",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Written under another name, flushed and renamed; the same bytes again change nothing.</summary>
    private async Task Keep(string hash, byte[] bytes, CancellationToken cancel)
    {
        var file = FileOf(data, hash);
        var part = file + ".part";
        await using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await stream.WriteAsync(bytes, cancel);
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite: true);
    }
}
