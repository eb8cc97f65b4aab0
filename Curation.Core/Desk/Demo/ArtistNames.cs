using System.Globalization;
using System.Text;
using Curation.Core.Catalog;

namespace Curation.Core.Desk.Demo;

/// <summary>Names for artists who do not exist: every one is put together from parts, and no two are alike once accents and case are gone.</summary>
internal sealed class ArtistNames(Dice dice)
{
    private static readonly string[] Adjectives =
    [
        "Reluctant", "Sleepy", "Borrowed", "Unfinished", "Polite", "Crooked", "Weightless", "Second-Hand", "Overdue", "Patient", "Imaginary", "Lukewarm", "Provisional", "Left-Handed",
    ];

    private static readonly string[] Trades =
    [
        "Cartographers", "Lighthouse Keepers", "Beekeepers", "Typists", "Locksmiths", "Meteorologists", "Glassblowers", "Ferrymen", "Librarians", "Umbrella Makers", "Clockwinders", "Astronauts",
    ];

    private static readonly string[] Onsets = ["k", "v", "m", "l", "t", "s", "r", "n", "br", "dr", "fl", "kr", "sk", "st", "th", "z", "d", "b"];
    private static readonly string[] Vowels = ["a", "a", "e", "i", "o", "o", "u", "ö"];
    private static readonly string[] Codas = ["", "", "", "n", "l", "r", "s", "sk", "th", "m", "x", "ne", "v"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Next(ArtistType type, Flavour flavour, string family)
    {
        while (true)
        {
            var name = type switch
            {
                ArtistType.Person => Person(flavour, family),
                ArtistType.Other => $"{Surname(flavour)} {dice.Pick(["Ensemble", "Chamber Choir", "Sinfonietta", "Quartet"])}",
                _ => Group(flavour),
            };
            if (taken.Add(Plain(name))) return name;
        }
    }

    /// <summary>Case and accents gone, so that names which people would confuse count as one.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in ArtistKey.Of(name).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c);
        }

        return plain.ToString();
    }

    private string Person(Flavour flavour, string family)
    {
        var aliases = family is "Electronic" or "Urban" ? .45 : .08;
        if (dice.Chance(aliases)) return Alias();
        return $"{dice.Pick(flavour.Given)} {Surname(flavour)}";
    }

    private string Surname(Flavour flavour)
    {
        var (start, end) = (dice.Pick(flavour.SurnameStart), dice.Pick(flavour.SurnameEnd));
        return start[^1] == end[0] ? start + end[1..] : start + end;
    }

    private string Alias()
    {
        var alias = new StringBuilder();
        var syllables = dice.Between(2, 3);
        for (var i = 0; i < syllables; i++)
        {
            alias.Append(dice.Pick(Onsets)).Append(dice.Pick(Vowels));
            if (i == syllables - 1) alias.Append(dice.Pick(Codas));
        }

        var name = alias.ToString();
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private string Group(Flavour flavour) => dice.Below(10) switch
    {
        < 6 => $"{dice.Pick(flavour.GroupStart)} {dice.Pick(flavour.GroupEnd)}",
        < 8 => $"The {dice.Pick(Adjectives)} {dice.Pick(Trades)}",
        8 => $"{Surname(flavour)} & the {dice.Pick(Trades)}",
        _ => Alias(),
    };
}
