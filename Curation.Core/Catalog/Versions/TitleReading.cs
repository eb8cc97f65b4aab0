namespace Curation.Core.Catalog.Versions;

/// <summary>A title taken apart.</summary>
/// <param name="Core">The song's name, folded, with the number of its part where it has one; never empty.</param>
/// <param name="Marks">What it says of the version.</param>
/// <param name="Guests">Guests named in the title, folded; empty where there are none.</param>
public sealed record TitleReading(string Core, IReadOnlyList<VersionMark> Marks, string Guests)
{
    /// <summary>Whether many different tracks bear such a title: an intro, an untitled track, a bare number.</summary>
    public bool IsGeneric { get; } = VersionWords.Generic.Contains(Core) || Core.All(letter => char.IsDigit(letter) || letter == ' ') || IsNumbered(Core);

    /// <summary>Whether it says this of the version.</summary>
    public bool Has(VersionKind kind) => Marks.Any(mark => mark.Kind == kind);

    private static bool IsNumbered(string core)
    {
        var words = core.Split(' ');
        return words.Length == 2 && words[1].All(char.IsDigit) && (words[0] is "track" or "untitled" or "interlude" or "skit" or "intro" or "titel" or "piste" or "pista" or "jam" or "song");
    }
}
