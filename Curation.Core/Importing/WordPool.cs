namespace Curation.Core.Importing;

/// <summary>Gives the same bytes the same object, so that a word that comes again costs a look-up and no memory.</summary>
internal sealed class WordPool<T>(int most)
    where T : class
{
    private readonly Dictionary<byte[], T> known = new(ByteWords.Instance);

    public bool TryGet(ReadOnlySpan<byte> word, out T? value) => known.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(word, out value);

    public void Add(ReadOnlySpan<byte> word, T value)
    {
        if (known.Count >= most) known.Clear();
        known[word.ToArray()] = value;
    }
}

/// <summary>Compares byte strings by what they hold.</summary>
internal sealed class ByteWords : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static ByteWords Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }
}
