using System.Buffers.Binary;

namespace Curation.Core.Presenting;

/// <summary>Writes WAV files: 16-bit stereo.</summary>
internal static class WaveFile
{
    private const int HeaderBytes = 44;
    private const int FrameBytes = 4;

    public static byte[] Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right, int rate, float gain)
    {
        var bytes = new byte[HeaderBytes + (left.Length * FrameBytes)];
        Header(bytes, rate);
        for (var i = 0; i < left.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(HeaderBytes + (i * FrameBytes)), Sample(left[i] * gain));
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(HeaderBytes + (i * FrameBytes) + 2), Sample(right[i] * gain));
        }

        return bytes;
    }

    private static short Sample(float level) => (short)Math.Round(Math.Clamp(level, -1, 1) * short.MaxValue);

    private static void Header(Span<byte> bytes, int rate)
    {
        "RIFF"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(bytes[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[24..], rate);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[28..], rate * FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[32..], FrameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[34..], 16);
        "data"u8.CopyTo(bytes[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[40..], bytes.Length - HeaderBytes);
    }
}
