namespace Curation.Core.Importing;

/// <summary>A stream whose first bytes can be looked at before they are read.</summary>
internal sealed class Peeked : ForwardStream
{
    private readonly Stream inner;
    private readonly byte[] head = new byte[4];
    private readonly int length;
    private int given;

    public Peeked(Stream inner)
    {
        this.inner = inner;
        length = inner.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Head => head.AsSpan(0, length);

    public override int Read(Span<byte> buffer)
    {
        if (given == length) return inner.Read(buffer);
        var part = Math.Min(buffer.Length, length - given);
        head.AsSpan(given, part).CopyTo(buffer);
        given += part;
        return part;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
