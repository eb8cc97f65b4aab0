using System.Collections.Concurrent;
using System.Globalization;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Dimensions;

/// <summary>Dimensions and their groups as people read them: what is of artists and what is of listeners by names of their own, and codes of countries and languages spelled.</summary>
public static class DimensionWords
{
    /// <summary>What whoever reads groups by gender has to know.</summary>
    public const string OfGender = "A gender is one that a named source states of a person. Bands, orchestras and other groups have none of their own: they count as unknown, as does everybody of whom no source states one.";

    private static readonly ConcurrentDictionary<(string Dimension, string Code), string> Spelled = new();

    /// <summary>The name of a dimension, or of two that are crossed: "artist region", "gender × artist region", "listener region".</summary>
    public static string Name(string dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return string.Join(Dimension.Cross, dimension.Split(Dimension.Cross).Select(name => name is BuiltInDimensions.Country or BuiltInDimensions.Region ? $"artist {name}" : name));
    }

    /// <summary>
    /// The name of a group; the code of a country or a language is spelled in English. In a crossing it is said of which side nothing is known: "female × artist region unknown", "gender and artist region unknown", "male × all others by artist region".
    /// </summary>
    public static string Group(string dimension, string group)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(group);
        if (Dimension.Crossing(dimension) is not var (row, column)) return One(dimension, group);
        if (Dimension.Crossing(group) is not var (one, other)) return group;
        return one == Dimension.Unknown && other == Dimension.Unknown ? $"{Name(row)} and {Name(column)} {Dimension.Unknown}" : Side(row, one) + Dimension.Cross + Side(column, other);
    }

    /// <summary>What a listener's region or an artist's country is called; null where none is given.</summary>
    public static string? Country(string? code) => code is null ? null : One(ListenerDimensions.Region, code);

    /// <summary>What else a reader of a dimension has to know; null where there is nothing.</summary>
    public static string? Note(string dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return dimension.Split(Dimension.Cross).Contains(BuiltInDimensions.Gender, StringComparer.Ordinal) ? OfGender : null;
    }

    private static string Side(string dimension, string group) => group switch
    {
        Dimension.Unknown => $"{Name(dimension)} {group}",
        Dimension.Other => $"{One(dimension, group)} by {Name(dimension)}",
        MeasureKey.Any => $"any {Name(dimension)}",
        _ => One(dimension, group),
    };

    private static string One(string dimension, string group) => dimension switch
    {
        BuiltInDimensions.Country or ListenerDimensions.Region when group.Length == 2 && group.All(char.IsAsciiLetterUpper) => Spelled.GetOrAdd((dimension, group), key => OrCode(key.Code, code => new RegionInfo(code).EnglishName)),
        BuiltInDimensions.Language when group.Length is 2 or 3 && group.All(char.IsAsciiLetterLower) => Spelled.GetOrAdd((dimension, group), key => OrCode(key.Code, code => CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName)),
        _ => group == Dimension.Other ? "all others" : group,
    };

    private static string OrCode(string code, Func<string, string> name)
    {
        try
        {
            return name(code);
        }
        catch (ArgumentException)
        {
            // No such country or language is known; an invented code stays as it is.
            return code;
        }
    }
}
