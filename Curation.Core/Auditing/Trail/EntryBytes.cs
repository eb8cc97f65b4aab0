namespace Curation.Core.Auditing.Trail;

/// <summary>One entry of the log as the bytes that are stored, to be checked without making strings of them. Texts are UTF-8; hashes are lower-case hexadecimal.</summary>
public readonly ref struct EntryBytes
{
    /// <summary>Place in the log, from 1.</summary>
    public required long Id { get; init; }

    /// <summary>When it was done, in Unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>Hash of the entry before.</summary>
    public required ReadOnlySpan<byte> PreviousHash { get; init; }

    /// <summary>Who did it.</summary>
    public required ReadOnlySpan<byte> By { get; init; }

    /// <summary>What was done.</summary>
    public required ReadOnlySpan<byte> Action { get; init; }

    /// <summary>To what.</summary>
    public required ReadOnlySpan<byte> Subject { get; init; }

    /// <summary>How.</summary>
    public required ReadOnlySpan<byte> Detail { get; init; }

    /// <summary>Hash that the entry carries.</summary>
    public required ReadOnlySpan<byte> Hash { get; init; }
}
