using System.Globalization;

namespace Curation.Core.Importing;

/// <summary>Unpacks under a cap on bytes and on the ratio to what was packed, and turns damage into a sentence.</summary>
internal sealed class BoundedStream(string name, Stream unpacked, Func<long> packedBytes, ImportLimits limits, IDisposable? owner) : ForwardStream
{
    private const long RatioMatters = 16 << 20;
    private long given;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = unpacked.Read(buffer);
            given += read;
            MustBeWithinLimits();
            return read;
        }
        catch (InvalidDataException damage)
        {
            var place = given.ToString("N0", CultureInfo.InvariantCulture);
            throw new ImportStoppedException($"{name}: the packed file is damaged or cut off after {place} unpacked bytes.", damage);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MustBeWithinLimits()
    {
        if (given > limits.UnpackedBytes)
        {
            var cap = limits.UnpackedBytes.ToString("N0", CultureInfo.InvariantCulture);
            throw new ImportStoppedException($"{name}: unpacks to more than {cap} bytes; stopped there.");
        }

        if (given > RatioMatters && given > packedBytes() * limits.UnpackedRatio)
            throw new ImportStoppedException($"{name}: unpacks to more than {limits.UnpackedRatio} times its packed size, as only a bomb does; stopped there.");
    }
}
