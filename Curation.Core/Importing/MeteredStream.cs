namespace Curation.Core.Importing;

/// <summary>Counts the bytes that were read from a file into a pass over it.</summary>
internal sealed class MeteredStream(Stream inner, Reading? reading) : ForwardStream
{
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        if (reading is not null) reading.BytesRead += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
