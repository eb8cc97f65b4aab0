using System.Security.Cryptography;
using System.Text;

namespace Curation.Core.Auditing.Assessing;

/// <summary>A part of what figures rest on beside the revision, the model and the policy.</summary>
public enum GroundPart
{
    /// <summary>Tracks, artists and genres, and what sources state of them.</summary>
    Catalogue,

    /// <summary>What admins tell artists and tracks apart by, and the values of it.</summary>
    Attributes,

    /// <summary>What was played, and by whom.</summary>
    Plays,

    /// <summary>Who the listeners are, their coarse attributes and what they decided.</summary>
    Listeners,

    /// <summary>Tracks that editors refuse for the playlist.</summary>
    Refusals,

    /// <summary>Decisions about content and takedowns that count for the playlist.</summary>
    Content,

    /// <summary>Those of them that touch tracks of the pool.</summary>
    PoolContent,

    /// <summary>The edition that the figures compare with.</summary>
    Edition,
}

/// <summary>What an assessment rests on beside revision, model and policy: for each part a mark that is another as soon as the part is. Immutable.</summary>
public sealed class AssessmentGround
{
    private readonly SortedDictionary<GroundPart, string> marks = [];

    /// <summary>A ground of these marks.</summary>
    public AssessmentGround(IEnumerable<KeyValuePair<GroundPart, string>> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        foreach (var (part, mark) in marks) this.marks[part] = mark;
        Text = string.Join('\n', this.marks.Select(pair => $"{pair.Key} {pair.Value}"));
    }

    /// <summary>The canonical text: a part and its mark a line, in the order of the parts. Equal where all parts are.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of a ground's text, as 64 hexadecimal digits.</summary>
    public static string StampOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads a text; parts of which this program knows nothing are passed over, and an empty text has none.</summary>
    public static AssessmentGround Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = new List<KeyValuePair<GroundPart, string>>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            if (words.Length == 2 && Enum.TryParse<GroundPart>(words[0], out var part)) known.Add(KeyValuePair.Create(part, words[1]));
        }

        return new AssessmentGround(known);
    }

    /// <summary>The mark of a part; null where none was taken.</summary>
    public string? Find(GroundPart part) => marks.GetValueOrDefault(part);

    /// <summary>The parts that are not what they were then; a part of which no mark was taken then is not among them.</summary>
    public IReadOnlyList<GroundPart> ChangedSince(AssessmentGround then)
    {
        ArgumentNullException.ThrowIfNull(then);
        return [.. marks.Where(pair => then.Find(pair.Key) is { } before && before != pair.Value).Select(pair => pair.Key)];
    }
}
