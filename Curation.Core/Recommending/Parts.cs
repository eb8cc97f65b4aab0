namespace Curation.Core.Recommending;

/// <summary>The order in which parts of an explanation are told.</summary>
internal static class Parts
{
    /// <summary>Largest first, ties by row.</summary>
    public static int LargestFirst(Scored a, Scored b) => a.Score == b.Score ? a.Row.CompareTo(b.Row) : b.Score.CompareTo(a.Score);
}
