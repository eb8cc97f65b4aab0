using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>A version of the content policy as it was saved, with who, when and why. It never changes.</summary>
public sealed class ContentRulesVersion
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestWhy = 500;

    private ContentRulesVersion()
    {
    }

    /// <summary>The next version.</summary>
    /// <exception cref="RefusedException">A rule says too little, or there is no reason.</exception>
    public ContentRulesVersion(int number, IReadOnlyList<ContentRule> rules, Lexicon lexicon, string why, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        if (string.IsNullOrWhiteSpace(why)) throw new RefusedException("A new version needs a reason, for those who wonder later. Nothing was saved.");
        if (why.Length > LongestWhy) throw new RefusedException($"A reason has at most {LongestWhy} characters; nothing was saved.");
        Number = number;
        Rules = ContentRules.Write(ContentRules.Checked(rules));
        Lexicon = lexicon.Write();
        Why = why.Trim();
        By = by;
        At = at;
    }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The rules as JSON.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>The lexicon, a term a line.</summary>
    public string Lexicon { get; private set; } = "";

    /// <summary>Why it was saved.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Who saved it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The rules and terms, ready to be held against something.</summary>
    public ContentRules Read() => new(Number, ContentRules.Read(Rules), Content.Lexicon.Read(Lexicon));
}
