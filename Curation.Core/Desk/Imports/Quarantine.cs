using System.Globalization;
using System.Text;
using Curation.Core.Importing;

namespace Curation.Core.Desk.Imports;

/// <summary>The file of rows that an import set aside: file, line, reason and the start of the row, as CSV that a spreadsheet opens safely.</summary>
internal sealed class Quarantine : IDisposable
{
    private readonly FileStream file;
    private readonly StreamWriter writer;
    private long there;

    /// <summary>Opens the file and cuts it to the length that it had at the bookmark, when it held <paramref name="there"/> rows of the reader. A file that has become shorter since is begun anew.</summary>
    public Quarantine(string path, long length, long there)
    {
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (file.Length < length) (length, there) = (0, 0);
        this.there = there;
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 16);
        if (length == 0) writer.Write("file,line,reason,row\r\n");
    }

    public static string NameFor(int batch) => string.Create(CultureInfo.InvariantCulture, $"import-{batch}.csv");

    /// <summary>Adds a row that the reader could not read, unless the file holds it already: a resumed import reads from the start, and at its end beyond the last good row.</summary>
    public void AddRead(BadRow row)
    {
        if (there > 0) there--;
        else Add(row);
    }

    public void Add(BadRow row)
    {
        writer.Write(Cell(row.File));
        writer.Write(',');
        writer.Write(row.Line);
        writer.Write(',');
        writer.Write(Cell(row.Reason));
        writer.Write(',');
        writer.Write(Cell(row.Raw));
        writer.Write("\r\n");
    }

    /// <summary>Puts everything on the disk and says how long the file is.</summary>
    public long Flush()
    {
        writer.Flush();
        file.Flush(flushToDisk: true);
        return file.Length;
    }

    public void Dispose() => writer.Dispose();

    // A cell that a spreadsheet would take for a formula gets a leading apostrophe.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
