namespace Curation.Core.Playlists;

/// <summary>Lines that somebody wanted in a pool and that the catalogue does not hold yet; never empty, each line once.</summary>
public sealed record StillMissing(IReadOnlyList<string> Lines)
{
    /// <summary>Most lines that are kept.</summary>
    public const int MostLines = 1_000;

    /// <summary>Longest line that is kept, in characters.</summary>
    public const int LongestLine = 600;

    /// <summary>The lines after some were added and others dropped; null where none is left.</summary>
    /// <exception cref="RefusedException">They are too many.</exception>
    public static StillMissing? Of(StillMissing? before, IEnumerable<string> add, IEnumerable<string> drop)
    {
        var gone = drop.ToHashSet(StringComparer.Ordinal);
        var lines = (before?.Lines ?? []).Where(line => !gone.Contains(line)).Concat(add.Select(line => Shortened(line, LongestLine)).Where(line => line.Length > 0)).Distinct(StringComparer.Ordinal).ToArray();
        if (lines.Length > MostLines) throw new RefusedException($"At most {MostLines} lines are kept as still missing; nothing was changed. Copy them out instead.");
        return lines.Length == 0 ? null : new StillMissing(lines);
    }

    /// <summary>What changed between two states.</summary>
    public static MissingChange Change(StillMissing? before, StillMissing? after) =>
        new([.. (after?.Lines ?? []).Except(before?.Lines ?? [], StringComparer.Ordinal)], [.. (before?.Lines ?? []).Except(after?.Lines ?? [], StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public bool Equals(StillMissing? other) => other is not null && Lines.SequenceEqual(other.Lines, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Lines.Count;

    /// <summary>At most so many characters of a text, never half of one, without space at the ends.</summary>
    internal static string Shortened(string text, int most)
    {
        if (text.Length > most) text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        return text.Trim();
    }
}
