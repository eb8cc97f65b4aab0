using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Curation.Tests.Benchmarks.Light;

/// <summary>What a light page reads in a render batch, as the framework writes it for the browser: frames of 20 bytes and a table of strings.</summary>
public sealed class DrawnBatch(ReadOnlyMemory<byte> data)
{
    private const int FrameBytes = 20;
    private const int Element = 1;
    private const int Attribute = 3;

    private int Frames => Int(data.Length - 16) + 4;

    private int Count => Int(Frames - 4);

    private int Table => Int(data.Length - 4);

    /// <summary>Whether an attribute is set to a value anywhere.</summary>
    public bool Sets(string attribute, string value)
    {
        for (var i = 0; i < Count; i++)
            if (Kind(i) == Attribute && Text(i, 1) == attribute && Text(i, 2) == value) return true;
        return false;
    }

    /// <summary>Elements of a name that have an attribute.</summary>
    public int Elements(string name, string attribute)
    {
        var found = 0;
        for (var i = 0; i < Count; i++)
        {
            if (Kind(i) != Element || Text(i, 2) != name) continue;
            for (var j = i + 1; j < Count && Kind(j) == Attribute; j++)
                if (Text(j, 1) == attribute) found++;
        }

        return found;
    }

    /// <summary>The handlers of clicks on rows that the batch adds, by the track of the row.</summary>
    public IEnumerable<(int Track, ulong Click)> Rows()
    {
        for (var i = 0; i < Count; i++)
        {
            if (Kind(i) != Element || Text(i, 2) != "tr") continue;
            var (track, click) = (0, 0UL);
            for (var j = i + 1; j < Count && Kind(j) == Attribute; j++)
            {
                if (Text(j, 1) == "data-track") track = int.Parse(Text(j, 2)!, CultureInfo.InvariantCulture);
                else if (Text(j, 1) == "onclick") click = BinaryPrimitives.ReadUInt64LittleEndian(data.Span[(Frames + (j * FrameBytes) + 12)..]);
            }

            if (track != 0 && click != 0) yield return (track, click);
        }
    }

    private int Kind(int frame) => Int(Frames + (frame * FrameBytes));

    /// <summary>A string of a frame: of an attribute its name (1) or value (2), of an element its name (2).</summary>
    private string? Text(int frame, int field) => Text(Int(Frames + (frame * FrameBytes) + (field * 4)));

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(data.Span[at..]);

    private string? Text(int index)
    {
        if (index < 0) return null;
        var at = Int(Table + (index * 4));
        var (length, shift) = (0, 0);
        byte next;
        do
        {
            next = data.Span[at++];
            length |= (next & 0x7f) << shift;
            shift += 7;
        }
        while ((next & 0x80) != 0);
        return Encoding.UTF8.GetString(data.Span.Slice(at, length));
    }
}
