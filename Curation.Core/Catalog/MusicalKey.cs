using System.Globalization;

namespace Curation.Core.Catalog;

/// <summary>A musical key as a place on the Camelot wheel: hour 1 to 12, A for minor and B for major.</summary>
public readonly record struct MusicalKey
{
    /// <summary>A key by hour (1 to 12) and mode.</summary>
    public MusicalKey(int hour, bool major)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hour, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, 12);
        Hour = hour;
        Major = major;
    }

    /// <summary>Hour on the wheel, 1 to 12.</summary>
    public int Hour { get; }

    /// <summary>True for B (major), false for A (minor).</summary>
    public bool Major { get; }

    /// <summary>Reads Camelot notation such as "8A" or "12b".</summary>
    public static bool TryParse(string? text, out MusicalKey key)
    {
        key = default;
        var trimmed = text?.Trim();
        if (trimmed is not { Length: 2 or 3 }) return false;
        var mode = char.ToUpperInvariant(trimmed[^1]);
        if (mode is not ('A' or 'B')) return false;
        if (!int.TryParse(trimmed.AsSpan(0, trimmed.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return false;
        if (hour is < 1 or > 12) return false;
        key = new MusicalKey(hour, mode == 'B');
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hour}{(Major ? 'B' : 'A')}");
}
