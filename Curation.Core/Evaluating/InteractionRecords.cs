using System.Buffers.Binary;
using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>Interactions as bytes: no header, records of twelve little-endian bytes {int32 user, int32 item, float32 count}.</summary>
public static class InteractionRecords
{
    /// <summary>Length of a record.</summary>
    public const int Length = 12;

    /// <summary>Ids are rows of arrays, so that a damaged file must not ask for absurd ones.</summary>
    private const int Limit = 200_000_000;

    /// <summary>Adds all good records to <paramref name="into"/> and tells of each bad one, its "line" being the record's number from 1. Returns the numbers of users and items.</summary>
    public static (int Users, int Items) Read(Stream stream, string name, ListeningMatrixBuilder into, Action<BadLine> bad) => Read(stream, name, into.Add, bad);

    /// <summary>Hands all good records to <paramref name="take"/>: user, item, count. A file that is read twice so needs no builder that holds it all.</summary>
    public static (int Users, int Items) Read(Stream stream, string name, Action<int, int, float> take, Action<BadLine> bad)
    {
        var buffer = new byte[Length * 8192];
        var (users, items, record) = (0, 0, 0L);
        int filled;
        while ((filled = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            for (var at = 0; at < filled; at += Length)
            {
                record++;
                var problem = filled - at < Length ? "the file ends within a record" : Add(buffer.AsSpan(at, Length), take, ref users, ref items);
                if (problem is not null) bad(new(name, record, problem));
            }
        }

        return (users, items);
    }

    /// <summary>Writes one record.</summary>
    public static void Write(Stream stream, int user, int item, float count)
    {
        Span<byte> record = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32LittleEndian(record, user);
        BinaryPrimitives.WriteInt32LittleEndian(record[4..], item);
        BinaryPrimitives.WriteSingleLittleEndian(record[8..], count);
        stream.Write(record);
    }

    private static string? Add(ReadOnlySpan<byte> record, Action<int, int, float> take, ref int users, ref int items)
    {
        var user = BinaryPrimitives.ReadInt32LittleEndian(record);
        var item = BinaryPrimitives.ReadInt32LittleEndian(record[4..]);
        var count = BinaryPrimitives.ReadSingleLittleEndian(record[8..]);
        if (user is < 0 or >= Limit || item is < 0 or >= Limit) return FormattableString.Invariant($"user {user} or item {item} is out of range");
        if (!float.IsFinite(count) || count <= 0) return FormattableString.Invariant($"the count {count} must be above 0 and finite");
        take(user, item, count);
        users = Math.Max(users, user + 1);
        items = Math.Max(items, item + 1);
        return null;
    }
}
