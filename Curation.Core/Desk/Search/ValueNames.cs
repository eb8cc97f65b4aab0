using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Desk.Search;

/// <summary>Names of the values of categories, in English.</summary>
public static class ValueNames
{
    private static readonly Dictionary<string, string> Languages = Pairs(
        "ak Akan ar Arabic bn Bengali cs Czech da Danish de German el Greek en English es Spanish et Estonian eu Basque fa Persian fi Finnish fr French ga Irish he Hebrew hi Hindi hr Croatian hu Hungarian " +
        "id Indonesian ig Igbo is Icelandic it Italian ja Japanese ko Korean lt Lithuanian lv Latvian nl Dutch no Norwegian pl Polish pt Portuguese ro Romanian ru Russian sk Slovak sl Slovenian sr Serbian sv Swedish " +
        "sw Swahili ta Tamil th Thai tl Tagalog tr Turkish uk Ukrainian ur Urdu vi Vietnamese wo Wolof yo Yoruba zh Chinese zu Zulu");

    private static readonly Dictionary<string, string> Countries = Pairs(
        "AR Argentina AT Austria AU Australia BE Belgium BR Brazil CA Canada CH Switzerland CL Chile CN China CO Colombia CZ Czechia DE Germany DK Denmark EE Estonia EG Egypt ES Spain FI Finland FR France GB United_Kingdom " +
        "GH Ghana GR Greece HU Hungary ID Indonesia IE Ireland IL Israel IN India IS Iceland IT Italy JM Jamaica JP Japan KE Kenya KR South_Korea LT Lithuania LV Latvia MA Morocco ML Mali MX Mexico NG Nigeria NL Netherlands " +
        "NO Norway NZ New_Zealand PE Peru PH Philippines PL Poland PR Puerto_Rico PT Portugal RO Romania RS Serbia SE Sweden SN Senegal TH Thailand TN Tunisia TR T\u00FCrkiye UA Ukraine US United_States VN Vietnam ZA South_Africa");

    /// <summary>The name of a value; the value itself where none is known.</summary>
    public static string Of(Catalogue catalogue, Category category, string value)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return category switch
        {
            Category.Genre => int.TryParse(value, CultureInfo.InvariantCulture, out var genre) ? catalogue.GenreNames.GetValueOrDefault(new GenreId(genre), "a genre that is gone") : value,
            Category.Artist => int.TryParse(value, CultureInfo.InvariantCulture, out var artist) ? catalogue.ArtistNames.GetValueOrDefault(new ArtistId(artist), "an artist that is gone") : value,
            Category.Language => Languages.GetValueOrDefault(value, value),
            Category.Country => Countries.GetValueOrDefault(value, value),
            Category.Explicit => value == "yes" ? "explicit" : "not explicit",
            Category.Tier => value switch { "head" => "head: most played", "tail" => "tail: least played", _ => "middle" },
            _ => value,
        };
    }

    private static Dictionary<string, string> Pairs(string words) =>
        words.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '), StringComparer.Ordinal);
}
