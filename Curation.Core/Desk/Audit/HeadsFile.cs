using System.Text;
using Curation.Core.Auditing.Trail;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Audit;

/// <summary>The file of signed heads: one a line, only ever appended to. A line without an end was never finished and does not count.</summary>
public sealed class HeadsFile(AuditOptions options, DataDirectory data)
{
    /// <summary>Full path.</summary>
    public string Path => options.HeadsFile(data);

    /// <summary>Whether it is there.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Its finished lines.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        if (!File.Exists(path)) yield break;
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        var line = new StringBuilder();
        var buffer = new char[1 << 14];
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                var c = buffer[i];
                if (c != '\n')
                {
                    line.Append(c);
                    continue;
                }

                yield return line.ToString();
                line.Clear();
            }
        }
    }

    /// <summary>The last head that can be read; null where there is none.</summary>
    public AuditHead? Last()
    {
        AuditHead? last = null;
        if (!Exists) return null;
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        const int Tail = 1 << 14;
        file.Seek(Math.Max(0, file.Length - Tail), SeekOrigin.Begin);
        var bytes = new byte[Math.Min(Tail, file.Length)];
        file.ReadExactly(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n')) last = AuditHead.Parse(line) ?? last;
        return last;
    }

    /// <summary>Appends heads and returns once they are on the disk. What an interrupted write left behind without an end goes first.</summary>
    internal void Append(IReadOnlyList<AuditHead> heads)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(EndOfLines(file));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(string.Concat(heads.Select(head => head.ToLine() + "\n"))));
        file.Flush(flushToDisk: true);
    }

    private static long EndOfLines(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Seek(end - 1, SeekOrigin.Begin);
            if (file.ReadByte() == '\n') return end;
        }

        return 0;
    }
}
