namespace Curation.Core.Auditing.Content;

/// <summary>A word or phrase that admins keep in the lexicon.</summary>
/// <param name="Language">ISO 639-1 code of the language it belongs to, or "any". It says whose word it is; every text is screened for all of them.</param>
/// <param name="Category">What it is, such as "hate", "threat" or "profanity"; "allowed" for a phrase inside which nothing is found.</param>
/// <param name="Level">How much a find weighs.</param>
/// <param name="Text">The word or phrase as written; a star at its end stands for any ending.</param>
public sealed record LexiconTerm(string Language, string Category, ContentLevel Level, string Text)
{
    /// <summary>Category of phrases inside which nothing is found, such as the name of a town.</summary>
    public const string Allowed = "allowed";

    /// <summary>Whether it excuses instead of finding.</summary>
    public bool Excuses => Category == Allowed;
}

/// <summary>A place in a text where a term stands.</summary>
/// <param name="Term">The term.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Disguised">Whether it was written so that a plain search would miss it.</param>
public readonly record struct TermHit(LexiconTerm Term, int Start, int Length, bool Disguised);
