using System.Text.Json.Serialization;

namespace Curation.Core.Catalog.Columns;

/// <summary>What a track is or has by name. A value is a text: a genre's or artist's id as digits, a key such as "8A", a code such as "sv", "yes" or "no"; empty stands for unknown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Category>))]
public enum Category
{
    /// <summary>Genres by id.</summary>
    Genre,

    /// <summary>Key on the Camelot wheel.</summary>
    Key,

    /// <summary>"yes" where a source marks the track as explicit, else "no".</summary>
    Explicit,

    /// <summary>Language of the words, ISO 639-1 in lower case.</summary>
    Language,

    /// <summary>Country of the main artist, ISO 3166-1 alpha-2 in upper case.</summary>
    Country,

    /// <summary>"head", "middle" or "tail" by plays.</summary>
    Tier,

    /// <summary>Credited artists by id.</summary>
    Artist,

    /// <summary>Tags, folded.</summary>
    Tag,
}

/// <summary>What is measured of a track.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    /// <summary>Year of first release.</summary>
    Year,

    /// <summary>Beats a minute.</summary>
    Tempo,

    /// <summary>0 calm to 1 intense.</summary>
    Energy,

    /// <summary>0 dark to 1 bright.</summary>
    Valence,

    /// <summary>Length in minutes.</summary>
    Length,

    /// <summary>Percentile by plays: 0 for the least played, 100 for the most.</summary>
    Plays,
}
