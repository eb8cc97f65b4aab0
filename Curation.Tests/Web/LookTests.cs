using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Curation.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace Curation.Tests.Web;

public sealed partial class LookTests
{
    private static readonly string Styles = Path.Combine(Sources.Root, "Curation.Web", "wwwroot");

    [Theory, InlineData(0), InlineData(1)]
    public void Every_text_colour_can_be_read_on_every_ground(int theme)
    {
        var colours = Colours(theme);
        foreach (var text in (string[])["tx", "mut", "accent", "violet", "cyan", "green", "yellow", "red"])
            foreach (var ground in (string[])["bg", "s1", "s2", "s3"])
                Assert.True(Contrast(colours[text], colours[ground]) >= 4.5, $"{text} on {ground} in theme {theme}");
        Assert.True(Contrast(colours["ontint"], colours["accent"]) >= 4.5, "the word on the accent");
        Assert.True(Contrast(colours["field"], colours["s2"]) >= 3, "the border of a field");
    }

    [Fact]
    public async Task MudBlazor_has_no_colour_of_its_own()
    {
        await using var context = new BunitContext { JSInterop = { Mode = JSRuntimeMode.Loose } };
        context.Services.AddMudServices();
        var emitted = Variables().Matches(context.Render<MudThemeProvider>().Markup).Select(match => match.Groups[1].Value).Distinct().ToList();
        var mapped = Variables().Matches(File.ReadAllText(Path.Combine(Styles, "mud.css"))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(emitted);
        Assert.Empty(emitted.Where(name => !mapped.Contains(name) && name != "--mud-palette-border-opacity"));
    }

    private static Dictionary<string, string> Colours(int theme)
    {
        var blocks = File.ReadAllText(Path.Combine(Styles, "tokens.css")).Split(":root[data-theme=\"light\"]");
        return Token().Matches(blocks[theme]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string hex) => .2126 * Channel(hex, 1) + .7152 * Channel(hex, 3) + .0722 * Channel(hex, 5);

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= .03928 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
    }

    [GeneratedRegex("--([a-z0-9]+): (#[0-9a-f]{6})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("(--mud-palette-[a-z-]+):", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variables();
}
