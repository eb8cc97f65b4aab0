namespace Curation.Core.Catalog;

/// <summary>What kind of party an artist is, as MusicBrainz names it.</summary>
public enum ArtistType
{
    /// <summary>Not stated by any source.</summary>
    Unknown,

    /// <summary>One person.</summary>
    Person,

    /// <summary>A band or other group; a group has no gender.</summary>
    Group,

    /// <summary>An orchestra, choir, character or other party.</summary>
    Other,
}

/// <summary>A gender stated by a named source; it is never inferred from a name.</summary>
public enum Gender
{
    /// <summary>No source states one.</summary>
    Unknown,

    /// <summary>Stated as female.</summary>
    Female,

    /// <summary>Stated as male.</summary>
    Male,

    /// <summary>Stated as non-binary or other.</summary>
    NonBinary,
}

/// <summary>A credited artist.</summary>
public sealed class Artist
{
    private Artist()
    {
    }

    /// <summary>An artist known by name.</summary>
    public Artist(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Key = ArtistKey.Of(name);
    }

    /// <summary>Identity in this store.</summary>
    public ArtistId Id { get; private set; }

    /// <summary>The name as credited.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The folded form of the name under which imports find this artist again.</summary>
    public string Key { get; private set; } = "";

    /// <summary>MusicBrainz identifier.</summary>
    public Guid? Mbid { get; private set; }

    /// <summary>Person, group or other.</summary>
    public ArtistType Type { get; private set; }

    /// <summary>Gender, only ever from <see cref="GenderSource"/>.</summary>
    public Gender Gender { get; private set; }

    /// <summary>Who states the gender, for instance "MusicBrainz"; null when the gender is unknown.</summary>
    public string? GenderSource { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 country code, upper case.</summary>
    public string? Country { get; private set; }

    /// <summary>Records what a named source states about the artist; a group is given no gender.</summary>
    public void State(ArtistType type, Gender gender, string? country, Guid? mbid, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Type = type;
        Gender = type == ArtistType.Group ? Gender.Unknown : gender;
        GenderSource = Gender == Gender.Unknown ? null : source;
        Country = country ?? Country;
        Mbid = mbid ?? Mbid;
    }
}
