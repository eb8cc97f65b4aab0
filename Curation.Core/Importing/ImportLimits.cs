using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Importing;

/// <summary>What an import accepts at most; beyond a limit of a row the row goes to the quarantine, beyond a limit of the file the import stops.</summary>
public sealed record ImportLimits
{
    /// <summary>The limits that hold unless others are given.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>Bytes of a row, quoted line breaks included. Default 1 MiB.</summary>
    [Range(1024, 64 << 20)] public int RowBytes { get; init; } = 1 << 20;

    /// <summary>Columns of a row. Default 512.</summary>
    [Range(1, 4096)] public int Columns { get; init; } = 512;

    /// <summary>Characters of a title, name or other text that is kept. Default 1,000.</summary>
    [Range(100, 100_000)] public int TextLength { get; init; } = 1_000;

    /// <summary>Nesting of a JSON value. Default 16.</summary>
    [Range(4, 64)] public int JsonDepth { get; init; } = 16;

    /// <summary>Bytes of a document that is read whole, such as a JSPF file. Default 64 MiB.</summary>
    [Range(1024, 1 << 30)] public int DocumentBytes { get; init; } = 64 << 20;

    /// <summary>Bytes that one packed file may unfold to. Default 16 GiB.</summary>
    public long UnpackedBytes { get; init; } = 16L << 30;

    /// <summary>How many times its packed size a file may unfold to, looked at beyond 16 MiB. Default 200.</summary>
    [Range(2, 1024)] public int UnpackedRatio { get; init; } = 200;

    /// <summary>Rows that are written and committed at once: more is faster, fewer loses less work at a stop. Default 100,000, about a second in which others wait to save.</summary>
    [Range(100, 1_000_000)] public int StepRows { get; init; } = 100_000;

    /// <summary>Files in an archive or folder. Default 10,000.</summary>
    [Range(1, 1_000_000)] public int Parts { get; init; } = 10_000;
}
