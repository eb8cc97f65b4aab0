using System.Text.RegularExpressions;

namespace Curation.Web.Decisions;

public sealed partial class DecisionsPage
{
    /// <summary>A hash is known by its beginning; the whole of it is in the title.</summary>
    [GeneratedRegex("\\b(?<begin>[0-9a-f]{12})[0-9a-f]{28,}\\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hash();
}
