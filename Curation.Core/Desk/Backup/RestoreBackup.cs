using System.Globalization;
using System.IO.Compression;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Curation.Core.Desk.Backup;

/// <summary>What a restore did.</summary>
/// <param name="Manifest">What the backup held.</param>
/// <param name="KeptIn">Folder with the store and models that were there before; null where there were none.</param>
public sealed record Restored(BackupManifest Manifest, string? KeptIn);

/// <summary>Puts a backup in the place of the store and the models, once all of it has been verified.</summary>
public sealed class RestoreBackup(DataDirectory data, HeadsFile heads, NoteRestore note, TimeProvider clock)
{
    /// <summary>Verifies the whole file, keeps what is there in a folder of its own, then switches. The store changes in one rename: a restore that is killed leaves the old one or the new one.</summary>
    /// <exception cref="RefusedException">The file does not verify; nothing was changed.</exception>
    /// <exception cref="DataDirectoryInUseException">A workbench is running on this data directory; nothing was changed.</exception>
    public async Task<Restored> Run(string file, CancellationToken cancel = default)
    {
        if (!File.Exists(file)) throw new RefusedException($"There is no file {Path.GetFullPath(file)}. Nothing was changed.");
        using var taken = data.Take();
        var stage = Path.Combine(data.Path, ".restoring");
        if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        try
        {
            var manifest = await Unpack(file, stage, cancel);
            if (StoreFile.Faults(Path.Combine(stage, SqliteStore.FileName)) is [var fault, ..])
                throw new RefusedException($"The store in this backup is damaged ({fault}). Nothing was changed. Use another backup.");
            var kept = KeepPresent();
            Switch(stage, manifest);
            await note.Run(Path.Combine(stage, AuditOptions.HeadsName), manifest.MadeAt, CancellationToken.None);
            return new Restored(manifest, kept);
        }
        finally
        {
            if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        }
    }

    private static async Task<BackupManifest> Unpack(string file, string stage, CancellationToken cancel)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(file, cancel);
            var entry = archive.GetEntry(BackupManifest.FileName) ?? throw new RefusedException("This file has no manifest, so it is not a backup of Curation. Nothing was changed.");
            await using var stream = await entry.OpenAsync(cancel);
            var manifest = BackupManifest.Read(stream);
            if (manifest.Parts.Count(part => part.Name == SqliteStore.FileName) != 1) throw new RefusedException("This backup has no store in it. Nothing was changed.");
            Directory.CreateDirectory(Path.Combine(stage, "models"));
            foreach (var part in manifest.Parts) await Unpack(archive, part, stage, cancel);
            return manifest;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new RefusedException("This file is damaged, cut short, or no backup at all. Nothing was changed. Use another backup.", fault);
        }
    }

    private static async Task Unpack(ZipArchive archive, BackupPart part, string stage, CancellationToken cancel)
    {
        var name = part.Name is SqliteStore.FileName or AuditOptions.HeadsName ? part.Name : ModelName(part.Name);
        var entry = archive.GetEntry(part.Name) ?? throw new RefusedException($"\"{part.Name}\" is missing from this backup. Nothing was changed. Use another backup.");
        if (entry.Length != part.Length) throw new RefusedException($"\"{part.Name}\" has not the length that the manifest names. Nothing was changed. Use another backup.");
        await using var source = await entry.OpenAsync(cancel);
        await using var target = new FileStream(Path.Combine(stage, name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var found = await BackupManifest.Copy(part.Name, source, target, cancel);
        target.Flush(flushToDisk: true);
        if (found != part) throw new RefusedException($"\"{part.Name}\" is not what was backed up: its hash differs. Nothing was changed. Use another backup.");
    }

    /// <summary>A backup may put files into the folder of models and nowhere else.</summary>
    private static string ModelName(string name)
    {
        var file = Path.GetFileName(name);
        if (name != BackupManifest.ModelsFolder + file || file.Length == 0 || file.StartsWith('.') || file.Contains('\\', StringComparison.Ordinal))
            throw new RefusedException($"This backup names a file \"{name}\" that does not belong in one. Nothing was changed.");
        return Path.Combine("models", file);
    }

    private string? KeepPresent()
    {
        if (!File.Exists(data.Store)) return null;
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var names = Enumerable.Range(1, 1_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"before-restore-{stamp}{(i == 1 ? "" : "-" + i)}"));
        var folder = names.Select(name => Path.Combine(data.Path, name)).First(path => !Directory.Exists(path));
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        foreach (var file in Directory.EnumerateFiles(data.Path, SqliteStore.FileName + "*")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (heads.Exists) File.Copy(heads.Path, Path.Combine(folder, AuditOptions.HeadsName));
        foreach (var model in Directory.EnumerateFiles(data.Models)) File.Copy(model, Path.Combine(folder, "models", Path.GetFileName(model)));
        using (var idle = new SqliteConnection(SqliteStore.ConnectionString(data.Store))) SqliteConnection.ClearPool(idle);
        StoreFile.Settle(data.Store);
        return folder;
    }

    /// <summary>Models first: the old store does not mind more of them, and the new one finds its own.</summary>
    private void Switch(string stage, BackupManifest manifest)
    {
        foreach (var part in manifest.Parts.Where(part => part.Name.StartsWith(BackupManifest.ModelsFolder, StringComparison.Ordinal)))
            File.Move(Path.Combine(stage, ModelName(part.Name)), Path.Combine(data.Models, Path.GetFileName(part.Name)), overwrite: true);
        File.Move(Path.Combine(stage, SqliteStore.FileName), data.Store, overwrite: true);
    }
}
