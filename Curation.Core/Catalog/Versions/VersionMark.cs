namespace Curation.Core.Catalog.Versions;

/// <summary>What a title says of the version of a song that a track is.</summary>
public enum VersionKind
{
    /// <summary>The album, single or bonus version, or a label that says nothing of the recording.</summary>
    Plain,

    /// <summary>Remastered: the same performance and mix, from the tape again.</summary>
    Remaster,

    /// <summary>Mixed to stereo, which is what most are.</summary>
    Stereo,

    /// <summary>Mixed to one channel.</summary>
    Mono,

    /// <summary>Shortened or cleaned, mostly for radio.</summary>
    Edit,

    /// <summary>Lengthened, mostly for the dance floor.</summary>
    Extended,

    /// <summary>Played before an audience or in a broadcast session.</summary>
    Live,

    /// <summary>Mixed anew by somebody.</summary>
    Remix,

    /// <summary>Played without amplifiers, or arranged for other instruments.</summary>
    Acoustic,

    /// <summary>A sketch, a rehearsal or a take that was not used.</summary>
    Demo,

    /// <summary>Without the voice.</summary>
    Instrumental,

    /// <summary>Recorded again later.</summary>
    Rerecording,

    /// <summary>Sung in another language.</summary>
    Translation,

    /// <summary>Somebody else's song, or played in somebody else's manner.</summary>
    Cover,

    /// <summary>Some other version, named by words that are not known here.</summary>
    Other,
}

/// <summary>One word of a title about the version.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Detail">Where, by whom or of which year, folded; empty where it says no more.</param>
public sealed record VersionMark(VersionKind Kind, string Detail)
{
    /// <summary>Whether it leaves the recording the same.</summary>
    public bool IsSoft => Kind is VersionKind.Plain or VersionKind.Remaster or VersionKind.Stereo;

    /// <inheritdoc/>
    public override string ToString() => Detail.Length == 0 ? Word : $"{Word} ({Detail})";

    private string Word => Kind switch
    {
        VersionKind.Plain => "plain",
        VersionKind.Remaster => "remaster",
        VersionKind.Stereo => "stereo",
        VersionKind.Mono => "mono",
        VersionKind.Edit => "edit",
        VersionKind.Extended => "extended",
        VersionKind.Live => "live",
        VersionKind.Remix => "remix",
        VersionKind.Acoustic => "acoustic",
        VersionKind.Demo => "demo",
        VersionKind.Instrumental => "instrumental",
        VersionKind.Rerecording => "re-recording",
        VersionKind.Translation => "in another language",
        VersionKind.Cover => "cover",
        _ => "other version",
    };
}
