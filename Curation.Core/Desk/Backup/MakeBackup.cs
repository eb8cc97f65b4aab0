using System.IO.Compression;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;

namespace Curation.Core.Desk.Backup;

/// <summary>Copies the store, the models and the audit log's signed heads into one archive while the workbench goes on working.</summary>
public sealed class MakeBackup(DataDirectory data, HeadsFile heads, TimeProvider clock)
{
    /// <summary>Writes the archive under a temporary name beside <paramref name="file"/>, flushes it to the disk and renames it.</summary>
    /// <exception cref="RefusedException">There is no store yet, or the file is already there.</exception>
    public async Task<BackupManifest> Run(string file, CancellationToken cancel = default)
    {
        var target = Path.GetFullPath(file);
        if (!File.Exists(data.Store)) throw new RefusedException($"There is no store in {data.Path}, so there is nothing to back up.");
        if (File.Exists(target)) throw new RefusedException($"{target} is already there and was not touched. Give the backup another name, or move that file away first.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var (part, copy, signed) = (target + ".part", target + ".store.part", target + ".heads.part");
        try
        {
            // Heads first: the store that is copied after them has every entry that they name.
            if (heads.Exists) File.Copy(heads.Path, signed, overwrite: true);
            StoreFile.Copy(data.Store, copy, cancel);
            var manifest = await Archive(part, copy, signed, cancel);
            File.Move(part, target, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(part);
            File.Delete(copy);
            File.Delete(signed);
        }
    }

    /// <summary>The store is copied before the models are listed, so that every model it names is in the archive.</summary>
    private async Task<BackupManifest> Archive(string part, string copy, string signed, CancellationToken cancel)
    {
        await using var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17, FileOptions.Asynchronous);
        BackupManifest manifest;
        await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var parts = new List<BackupPart> { await Add(archive, SqliteStore.FileName, copy, cancel) };
            foreach (var model in Directory.EnumerateFiles(data.Models, "*.model").Order(StringComparer.Ordinal))
                parts.Add(await Add(archive, BackupManifest.ModelsFolder + Path.GetFileName(model), model, cancel));
            if (File.Exists(signed)) parts.Add(await Add(archive, AuditOptions.HeadsName, signed, cancel));
            manifest = new BackupManifest(BackupManifest.FormatName, BackupManifest.CurrentVersion, clock.GetUtcNow(), parts);
            await using var entry = await archive.CreateEntry(BackupManifest.FileName).OpenAsync(cancel);
            await entry.WriteAsync(manifest.ToBytes(), cancel);
        }

        stream.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<BackupPart> Add(ZipArchive archive, string name, string file, CancellationToken cancel)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        return await BackupManifest.Copy(name, source, entry, cancel);
    }
}
