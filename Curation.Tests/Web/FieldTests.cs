using System.Text.RegularExpressions;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Web;

public sealed partial class FieldTests
{
    /// <summary>A value that only goes out is behind what was typed meanwhile, and takes those letters away.</summary>
    [Fact]
    public void A_field_that_is_heard_letter_by_letter_is_bound_both_ways()
    {
        var fields = Directory.EnumerateFiles(Path.Combine(Sources.Root, "Curation.Web"), "*.razor", SearchOption.AllDirectories).SelectMany(file => Field().Matches(File.ReadAllText(file)).Select(found => (File: Path.GetFileName(file), Text: found.Value))).ToList();
        Assert.NotEmpty(fields);
        Assert.Empty(fields.Where(field => field.Text.Contains("@oninput", StringComparison.Ordinal) && field.Text.Contains(" value=\"@", StringComparison.Ordinal)));
    }

    [GeneratedRegex("<(input|textarea).*?(/>|</textarea>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();
}
