using System.Globalization;
using Curation.Core.Auditing.Figures;

namespace Curation.Web.Assessments;

/// <summary>The address of the effect page with all that is chosen on it. A path, never an absolute address: what the browser says of its address is not believed.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Of">Whose figures are shown.</param>
/// <param name="Dimension">The dimension whose groups are drawn.</param>
/// <param name="Weight">The position weight.</param>
/// <param name="Against">The baseline.</param>
/// <param name="Open">The figure that is open to its tracks and artists.</param>
public sealed record EffectAddress(int Playlist, string? Of, string? Dimension, string? Weight, string? Against, string? Open)
{
    /// <summary>The figure that is open; null where none is, or where there can be none of that name.</summary>
    public MeasureKey? Opened
    {
        get
        {
            try
            {
                return string.IsNullOrEmpty(Open) ? null : MeasureKey.Parse(Open);
            }
            catch (FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>The address that opens a figure.</summary>
    public string Opening(MeasureKey key) => (this with { Open = key.ToString() }).ToString();

    /// <summary>The path.</summary>
    public override string ToString()
    {
        (string Name, string? Value)[] chosen = [("of", Of), ("dimension", Dimension), ("weight", Weight), ("against", Against), ("open", Open)];
        var query = string.Join('&', chosen.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return string.Create(CultureInfo.InvariantCulture, $"/playlists/{Playlist}/assessment{(query.Length > 0 ? "?" : "")}{query}");
    }
}
