using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>A person's decision about a case, before it is made.</summary>
/// <param name="Measure">What is done.</param>
/// <param name="Reason">Why, for the record and for both sides.</param>
/// <param name="Everywhere">Whether it counts in every playlist, and not in that of the case alone.</param>
/// <param name="Territories">Where a track is kept from listeners, see <see cref="Catalog.Territory"/>; null for everywhere.</param>
/// <param name="Until">The last day on which it counts; null for no end.</param>
public sealed record ContentVerdict(ContentMeasure Measure, string Reason, bool Everywhere = false, string? Territories = null, DateOnly? Until = null)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 2_000;

    /// <summary>The verdict where it can stand; refuses one without a reason.</summary>
    public ContentVerdict Checked()
    {
        if (string.IsNullOrWhiteSpace(Reason)) throw new RefusedException("A decision needs a reason; both sides read it. Nothing was decided.");
        if (Reason.Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} characters; nothing was decided.");
        if (!Enum.IsDefined(Measure)) throw new RefusedException("There is no such measure; nothing was decided.");
        var set = string.IsNullOrWhiteSpace(Territories) ? null : Catalog.Territory.Set(Territories.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)) ?? throw new RefusedException("Territories are two-letter country codes such as “AT DE”; nothing was decided.");
        return this with { Reason = Reason.Trim(), Territories = set };
    }
}
