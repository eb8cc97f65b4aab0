using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Importing;
using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Imports;

/// <summary>Takes a file from a browser into the data directory, under a name of our own.</summary>
public sealed class ReceiveUpload(Store store, DataDirectory data)
{
    /// <summary>The longest file that is taken: 4 GiB. A longer one is imported on the command line.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>Copies the stream to a file and returns its path; nothing is left where that fails.</summary>
    /// <exception cref="RefusedException">The actor is no admin, or the file is too long.</exception>
    public async Task<string> Run(Actor actor, Stream stream, Action<long>? watcher = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await store.Read(async db => { await Authority.Require(db, actor, [Roles.Admin], store.Now, cancel); return true; }, cancel);
        var path = Path.Combine(data.Uploads, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture) + ".upload");
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await Copy(stream, file, watcher, cancel);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Throws an upload away that is not going to be imported.</summary>
    public void Discard(string path)
    {
        if (Path.GetDirectoryName(path) != data.Uploads) throw new ArgumentException("This is no upload.", nameof(path));
        File.Delete(path);
    }

    private static async Task Copy(Stream stream, FileStream file, Action<long>? watcher, CancellationToken cancel)
    {
        var buffer = new byte[128 << 10];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (file.Length + read > MostBytes) throw new RefusedException("The file is longer than 4 GiB. Nothing was kept; import it on the command line.");
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            watcher?.Invoke(file.Position);
        }
    }
}
