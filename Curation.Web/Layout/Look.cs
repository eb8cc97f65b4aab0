using MudBlazor;

namespace Curation.Web.Layout;

/// <summary>MudBlazor's theme: type and measures. Its colours follow tokens.css through mud.css, so that both themes switch without a round trip.</summary>
internal static class Look
{
    private static readonly string[] Family = ["Inter", "Noto Sans", "Roboto", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteDark = new PaletteDark { Primary = "#ff8a5b", Secondary = "#b49cff", Tertiary = "#62c6f2", Background = "#0d1015", Surface = "#14181f" },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "48px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = "13px", LineHeight = "1.45", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Family, FontSize = "22px", FontWeight = "600", LineHeight = "1.15", LetterSpacing = "-.2px" },
            H2 = new H2Typography { FontFamily = Family, FontSize = "15px", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Family, FontSize = "13px", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Family, FontSize = "13px", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Family, FontSize = "13px", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Family, FontSize = "15px", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Family, FontSize = "13px", FontWeight = "500", LineHeight = "1.45", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Family, FontSize = "12px", FontWeight = "500", LineHeight = "1.45", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Family, FontSize = "13px", LineHeight = "1.45", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Family, FontSize = "13px", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Family, FontSize = "13px", FontWeight = "500", LineHeight = "1.4", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Family, FontSize = "11px", LineHeight = "1.45", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = Family, FontSize = "11px", LineHeight = "1.45", LetterSpacing = ".5px" },
        },
    };
}
