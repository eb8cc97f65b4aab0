using System.Text;

namespace Curation.Core.Importing;

/// <summary>One pass over a source: its clock and limits on the way in, its counts on the way out.</summary>
/// <param name="limits">What is accepted at most.</param>
/// <param name="now">The time against which a time of the future is told.</param>
/// <param name="quarantine">Takes each bad row, in the order of the source.</param>
public sealed class Reading(ImportLimits limits, DateTimeOffset now, Action<BadRow> quarantine)
{
    private const int RawBytes = 400;
    private readonly List<string> notes = [];

    /// <summary>What is accepted at most.</summary>
    public ImportLimits Limits { get; } = limits;

    /// <summary>The time against which a time of the future is told.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>Rows met so far, good and bad; headers, empty lines and files of names are no rows.</summary>
    public long RowsRead { get; internal set; }

    /// <summary>Rows that went to the quarantine so far.</summary>
    public long Quarantined { get; private set; }

    /// <summary>Bytes of the source, still packed, that were read so far.</summary>
    public long BytesRead { get; internal set; }

    /// <summary>What else a person should know, such as parts of an archive that were passed over.</summary>
    public IReadOnlyList<string> Notes => notes;

    internal void Note(string note)
    {
        if (notes.Count < 100) notes.Add(note);
    }

    internal void Refuse(string file, long line, string reason, ReadOnlySpan<byte> raw, int rows = 1)
    {
        RowsRead += rows;
        Quarantined += rows;
        var text = Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, RawBytes)]);
        quarantine(new BadRow(file, line, reason, raw.Length > RawBytes ? text + " ..." : text));
    }
}
