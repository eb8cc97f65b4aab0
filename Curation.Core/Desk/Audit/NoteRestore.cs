using System.Globalization;
using Curation.Core.Desk.Acting;

namespace Curation.Core.Desk.Audit;

/// <summary>Puts a restore on record, in the log and among the heads: a log that went back by a restore is told from one that was cut.</summary>
public sealed class NoteRestore(Store store, WriteHeads heads, HeadsFile file)
{
    /// <summary>Notes it, once the backup is in place. Heads that are here and begin with those of the backup stay; others give way to the backup's.</summary>
    /// <param name="ofBackup">The heads that the backup held; a file that need not be there.</param>
    /// <param name="madeAt">When the backup was made.</param>
    /// <param name="cancel">Asked to stop.</param>
    internal async Task Run(string ofBackup, DateTimeOffset madeAt, CancellationToken cancel)
    {
        if (File.Exists(ofBackup) && !Continues(ofBackup))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.Move(ofBackup, file.Path, overwrite: true);
        }

        await store.Write(Actor.Console, [], write => write.Log("store.restore", "store", string.Create(CultureInfo.InvariantCulture, $"the backup of {madeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC")), cancel);
        await heads.Restored(cancel);
    }

    private bool Continues(string ofBackup)
    {
        using var here = HeadsFile.Lines(file.Path).GetEnumerator();
        return HeadsFile.Lines(ofBackup).All(line => here.MoveNext() && here.Current == line) && file.Exists;
    }
}
