using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Content;

/// <summary>Something of a playlist that a rule is about.</summary>
/// <param name="Key">The same for the same find, so that a decision about it holds; another text or another track is another find.</param>
/// <param name="Rule">Number of the rule.</param>
/// <param name="RuleName">Its name.</param>
/// <param name="Kind">What the rule looks for.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Track">The track; null where it is about the playlist's own words.</param>
/// <param name="Place">Where it was found: "track", "title", "need", "note", "tag", "declaration" or the name of a commentary.</param>
/// <param name="Excerpt">The words in which it was found, cut to what people need to see.</param>
/// <param name="Message">What was found, as a sentence.</param>
public sealed record ContentFinding(string Key, int Rule, string RuleName, ContentRuleKind Kind, ContentLevel Level, TrackId? Track, string Place, string Excerpt, string Message)
{
    /// <summary>Whether it is about words that editors wrote, and so goes away when they write others.</summary>
    public bool IsWritten => Place != TrackPlace;

    /// <summary>The place of finds about the facts of a track.</summary>
    internal const string TrackPlace = "track";
}

/// <summary>Words that are said or shown with a playlist beside those of its draft.</summary>
/// <param name="Place">What they are, such as "commentary".</param>
/// <param name="Track">The track they are about, or null.</param>
/// <param name="Text">The words.</param>
public sealed record SpokenText(string Place, TrackId? Track, string Text);
