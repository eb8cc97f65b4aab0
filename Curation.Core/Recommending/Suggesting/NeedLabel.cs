namespace Curation.Core.Recommending.Suggesting;

/// <summary>A genre or tag as needs name it, and how well it describes each track that has it.</summary>
/// <remarks>
/// A genre is set by the catalogue and describes each of its tracks fully, 1. A tag is what people said, so it counts by the evidence behind it, at most 0.9:
/// tracks / (tracks + 1 + catalogue / 500) for the tag, since a word that somebody gave to a few tracks of many says little of them;
/// and on a track given / (given + 1), times the root of given / (given of that track's most given tag), since one voice among hundreds is not what a track is.
/// </remarks>
internal sealed class NeedLabel
{
    private const float TagFit = 0.9f;
    private const float TracksInOneUnit = 500;

    private NeedLabel(ReasonKind kind, string name, int[] positions, float[] fits)
    {
        Kind = kind;
        Name = name;
        Words = Suggesting.Words.Of(name).ConvertAll(Suggesting.Words.Singular);
        Key = string.Concat(Words);
        Positions = positions;
        Fits = fits;
    }

    public ReasonKind Kind { get; }

    public string Name { get; }

    public List<string> Words { get; }

    public string Key { get; }

    /// <summary>Tracks that have it, ascending.</summary>
    public int[] Positions { get; }

    /// <summary>How well it describes each of them, 0 to 1.</summary>
    public float[] Fits { get; }

    public static NeedLabel Genre(string name, int[] positions)
    {
        var fits = new float[positions.Length];
        Array.Fill(fits, 1f);
        return new NeedLabel(ReasonKind.NeedGenre, name, positions, fits);
    }

    /// <summary>A tag with how often it was given to each track, and how often the most given tag of that track was.</summary>
    public static NeedLabel Tag(string name, int[] positions, IReadOnlyList<(int Given, int MostGiven)> counts, int catalogue)
    {
        var trusted = TagFit * positions.Length / (positions.Length + 1 + (catalogue / TracksInOneUnit));
        var fits = new float[positions.Length];
        for (var i = 0; i < fits.Length; i++) fits[i] = trusted * counts[i].Given / (counts[i].Given + 1f) * MathF.Sqrt((float)counts[i].Given / counts[i].MostGiven);
        return new NeedLabel(ReasonKind.NeedTag, name, positions, fits);
    }

    /// <summary>How well it describes the track, 0 where the track does not have it.</summary>
    public float FitOf(int position) => Array.BinarySearch(Positions, position) is >= 0 and var place ? Fits[place] : 0;
}
