using System.Collections.Immutable;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>What a content rule looks for.</summary>
public enum ContentRuleKind
{
    /// <summary>Tracks of the named artists.</summary>
    Artists,

    /// <summary>The named tracks.</summary>
    Tracks,

    /// <summary>Tracks whose title or credit holds one of the named words or phrases.</summary>
    Words,

    /// <summary>Tracks that a source marks as explicit.</summary>
    Explicit,

    /// <summary>Tracks that may not be heard everywhere.</summary>
    Territory,

    /// <summary>Tracks whose rights are missing or, where the rule asks for it, not stated.</summary>
    Rights,

    /// <summary>Tracks of named artists, labels or campaigns for which nothing is declared.</summary>
    Commercial,

    /// <summary>Texts that hold a term of the lexicon.</summary>
    Text,
}

/// <summary>One rule of the content policy.</summary>
public sealed record ContentRule
{
    /// <summary>Longest name and longest reason, in characters.</summary>
    public const int LongestText = 500;

    /// <summary>Most artists, tracks or words that one rule names.</summary>
    public const int MostNamed = 5_000;

    /// <summary>Its number within the policy; it stays from version to version.</summary>
    public required int Number { get; init; }

    /// <summary>What it looks for.</summary>
    public required ContentRuleKind Kind { get; init; }

    /// <summary>Its name, as findings show it.</summary>
    public required string Name { get; init; }

    /// <summary>How much its findings weigh.</summary>
    public ContentLevel Level { get; init; } = ContentLevel.Warn;

    /// <summary>Where it counts.</summary>
    public ContentScope Scope { get; init; } = ContentScope.Everywhere;

    /// <summary>The last day on which it counts; null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why there is such a rule.</summary>
    public string Why { get; init; } = "";

    /// <summary>Numbers of the artists that it names.</summary>
    public ImmutableArray<int> Artists { get; init; } = [];

    /// <summary>Numbers of the tracks that it names.</summary>
    public ImmutableArray<int> Tracks { get; init; } = [];

    /// <summary>Words and phrases that it names: forbidden ones, or labels and campaigns.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether a rule about rights also finds tracks of which nobody states them.</summary>
    public bool DemandStated { get; init; }

    /// <summary>Whether it counts on a day.</summary>
    public bool Holds(DateOnly day) => Until is not { } end || day <= end;

    /// <summary>Whether what it finds is on no list until a person has decided.</summary>
    public bool KeepsAway => Level == ContentLevel.Block && Kind is (ContentRuleKind.Artists or ContentRuleKind.Tracks or ContentRuleKind.Words or ContentRuleKind.Rights or ContentRuleKind.Explicit);

    /// <summary>The rule where it says enough to be held against something.</summary>
    /// <exception cref="RefusedException">It names nothing, or too much.</exception>
    public ContentRule Checked()
    {
        if (string.IsNullOrWhiteSpace(Name)) throw new RefusedException($"Rule {Number} needs a name, so that people know what found something. Nothing was saved.");
        if (Name.Length > LongestText || Why.Length > LongestText) throw new RefusedException($"Name and reason of “{Short}” have at most {LongestText} characters. Nothing was saved.");
        if (Artists.Length > MostNamed || Tracks.Length > MostNamed || Words.Length > MostNamed) throw new RefusedException($"“{Short}” names more than {MostNamed} of one kind. Split it in two; nothing was saved.");
        if (Words.Any(word => word.Length > Lexicon.LongestTerm || ScreenFold.Words(word).Count == 0)) throw new RefusedException($"A word of “{Short}” is empty, too long or nothing but signs. Nothing was saved.");
        var says = Kind switch
        {
            ContentRuleKind.Artists => Artists.Length > 0,
            ContentRuleKind.Tracks => Tracks.Length > 0,
            ContentRuleKind.Words => Words.Length > 0,
            ContentRuleKind.Commercial => Artists.Length + Words.Length > 0,
            _ => true,
        };
        return says ? this : throw new RefusedException($"“{Short}” names nothing yet, so it would find nothing. Name what it is about, or take it out; nothing was saved.");
    }

    /// <summary>Its name, cut where it is long.</summary>
    internal string Short => Name.Length <= 60 ? Name : Name[..60] + "…";
}
