using System.Globalization;
using System.Text;
using Curation.Core.Importing;

namespace Curation.Core.Desk.Imports;

/// <summary>The file of rows that an import set aside: file, line, reason and the start of the row, as CSV that a spreadsheet opens safely.</summary>
internal sealed class Quarantine : IDisposable
{
    private readonly FileStream file;
    private readonly StreamWriter writer;

    /// <summary>Opens the file and cuts it to the length that it had at the bookmark.</summary>
    public Quarantine(string path, long length)
    {
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.SetLength(length);
        file.Seek(0, SeekOrigin.End);
        writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 16);
        if (length == 0) writer.Write("file,line,reason,row\r\n");
    }

    /// <summary>While true nothing is written, since the file holds it already.</summary>
    public bool Quiet { get; set; }

    public static string NameFor(int batch) => string.Create(CultureInfo.InvariantCulture, $"import-{batch}.csv");

    public void Add(BadRow row)
    {
        if (Quiet) return;
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
