using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Auditing.Figures;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Impact;

/// <summary>A measured figure that an answer rests on, with its value as it was when it was linked.</summary>
/// <param name="Key">Which figure.</param>
/// <param name="Assessment">The assessment it was measured in.</param>
/// <param name="Value">Its value then; null where it was not defined.</param>
/// <param name="At">When it was measured.</param>
public sealed record Evidence(MeasureKey Key, int Assessment, double? Value, DateTimeOffset At);

/// <summary>The answer to one question of a version: what was chosen, why in words, and the figures it rests on.</summary>
public sealed class ImpactAnswer
{
    /// <summary>Longest explanation, in characters.</summary>
    public const int LongestText = 4_000;

    private ImpactAnswer()
    {
    }

    /// <summary>An answer with nothing chosen yet.</summary>
    public ImpactAnswer(int version, string question)
    {
        Version = version;
        Question = question;
    }

    /// <summary>The version it belongs to.</summary>
    public int Version { get; private set; }

    /// <summary>Key of the question.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Keys of what was chosen.</summary>
    public ImmutableArray<string> Choices { get; private set; } = [];

    /// <summary>The explanation.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The figures it rests on.</summary>
    public ImmutableArray<Evidence> Evidence { get; private set; } = [];

    /// <summary>Who wrote it last.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How often it was saved, so that nobody overwrites what they have not seen.</summary>
    public int Saves { get; private set; }

    /// <summary>Writes it anew.</summary>
    public void Write(ImmutableArray<string> choices, string text, ImmutableArray<Evidence> evidence, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText) throw new RefusedException($"An explanation has at most {LongestText} characters; this one has {text.Length}. It was not saved; shorten it.");
        (Choices, Text, Evidence, By, At) = (choices, text, evidence, by, at);
        Saves++;
    }

    /// <summary>The same answer in a later version, still in the name of who wrote it.</summary>
    public ImpactAnswer In(int version) => new(version, Question) { Choices = Choices, Text = Text, Evidence = Evidence, By = By, At = At, Saves = 1 };

    /// <summary>The same for somebody outside the house: evidence with the values that <paramref name="seen"/> says, null where they are hidden.</summary>
    public ImpactAnswer ForOutside(Func<Evidence, double?> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var copy = (ImpactAnswer)MemberwiseClone();
        copy.Evidence = [.. Evidence.Select(evidence => evidence with { Value = seen(evidence) })];
        return copy;
    }

    /// <summary>SHA-256 over the canonical bytes of a version's answers in order of their questions, as 64 hexadecimal digits.</summary>
    public static string Hash(int questionnaire, IEnumerable<ImpactAnswer> answers) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Questionnaire = questionnaire,
        Answers = answers.OrderBy(answer => answer.Question, StringComparer.Ordinal).Select(answer => new
        {
            answer.Question,
            answer.Choices,
            answer.Text,
            Evidence = answer.Evidence.Select(evidence => new { Key = evidence.Key.ToString(), evidence.Assessment, evidence.Value, At = evidence.At.ToUnixTimeMilliseconds() }),
            By = answer.By.Value,
            At = answer.At.ToUnixTimeMilliseconds(),
        }),
    })));
}

/// <summary>One person's signature under exactly these answers.</summary>
public sealed class ImpactSignature
{
    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 2_000;

    private ImpactSignature()
    {
    }

    /// <summary>A signature under a version whose answers have this hash.</summary>
    public ImpactSignature(int version, PersonId person, SignedAs role, string hash, string note, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(note);
        note = note.Trim();
        if (note.Length > LongestNote) throw new RefusedException($"A note has at most {LongestNote} characters; this one has {note.Length}. Nothing was signed; shorten it.");
        Version = version;
        Person = person;
        Role = role;
        Hash = hash;
        Note = note;
        At = at;
    }

    /// <summary>The version that is signed.</summary>
    public int Version { get; private set; }

    /// <summary>Who signs.</summary>
    public PersonId Person { get; private set; }

    /// <summary>As what.</summary>
    public SignedAs Role { get; private set; }

    /// <summary>SHA-256 of the answers that are signed.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>What the signer wants on record.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
