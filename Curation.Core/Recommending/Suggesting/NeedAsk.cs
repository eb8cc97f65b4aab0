namespace Curation.Core.Recommending.Suggesting;

/// <summary>One thing that a written need asks for or against: the name of a genre or tag, or a single word.</summary>
/// <param name="Words">Its words, singular, in their order.</param>
/// <param name="Against">Whether the need wants none of it, as in "no ballads".</param>
internal sealed record NeedAsk(IReadOnlyList<string> Words, bool Against)
{
    /// <summary>The words written as one, so that "hip-hop", "hip hop" and "hiphop" are the same.</summary>
    public string Key { get; } = string.Concat(Words);
}

/// <summary>Reads what a written need asks for.</summary>
/// <remarks>
/// Names are taken as wholes before their words, the longest first: "indie rock and electronic" asks for two things, not three.
/// "No", "not", "without", "nothing" and "avoid" turn the next thing against, and with "or" and "nor" the one after it too.
/// </remarks>
internal static class NeedReader
{
    /// <summary>Most words of one name.</summary>
    private const int LongestName = 5;

    /// <summary>Words that turn the next thing against.</summary>
    public static readonly string[] Turns = ["no", "not", "without", "nothing", "avoid"];

    /// <summary>The things a text asks for, each once; <paramref name="isName"/> tells whether words written as one are the name of a genre or tag.</summary>
    public static List<NeedAsk> Read(string text, Func<string, bool> isName)
    {
        var words = Words.Of(text);
        var asks = new List<NeedAsk>();
        var against = false;
        for (var at = 0; at < words.Count;)
        {
            var length = NameAt(words, at, isName);
            if (length == 0)
            {
                against = Turned(words, at, against, asks);
                at++;
                continue;
            }

            asks.Add(new NeedAsk(words.GetRange(at, length).ConvertAll(Words.Singular), against));
            at += length;
            against = against && at < words.Count && words[at] is "or" or "nor" && asks[^1].Against;
        }

        return asks.DistinctBy(ask => ask.Key).ToList();
    }

    /// <summary>Number of words of the thing that begins here: the longest name, else the one word; 0 where the word says nothing about music.</summary>
    private static int NameAt(List<string> words, int at, Func<string, bool> isName)
    {
        for (var length = Math.Min(LongestName, words.Count - at); length > 1; length--)
        {
            if (Tells(words[at + length - 1]) && isName(string.Concat(words.GetRange(at, length).ConvertAll(Words.Singular)))) return length;
        }

        return words[at].Length > 1 && Tells(words[at]) ? 1 : 0;
    }

    private static bool Tells(string word) => !StopWords.Contains(word) && !Turns.Contains(word);

    private static bool Turned(List<string> words, int at, bool against, List<NeedAsk> asks) =>
        Turns.Contains(words[at]) || (against && !(words[at] is "but" or "just" or "only" && asks.Count > 0));
}
