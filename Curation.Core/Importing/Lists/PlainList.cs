using Curation.Core.Matching;

namespace Curation.Core.Importing.Lists;

/// <summary>Reads a text of one track a line.</summary>
internal static class PlainList
{
    public static GivenList Read(string text, string? ownAddress)
    {
        var passed = new List<PassedLine>();
        var tracks = PastedText.Read(text, ownAddress, passed.Add).Select(wanted => new GivenTrack(wanted)).ToList();
        return new GivenList { Format = "plain lines", Tracks = tracks, Passed = passed };
    }
}
