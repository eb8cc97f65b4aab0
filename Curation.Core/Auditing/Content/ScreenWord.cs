namespace Curation.Core.Auditing.Content;

/// <summary>A word of a text as it is compared.</summary>
/// <param name="Plain">Folded: no case, no accents, look-alike letters as Latin ones.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Undisguised">The same with digits and signs read as the letters that they imitate, repeated letters once and l as i; null where nothing looks like a disguise.</param>
/// <param name="Letters">Whether it has a letter.</param>
/// <param name="Unspaced">Whether it is one character of a script that writes no gaps between words.</param>
/// <param name="Glued">Whether only signs and no white space stand between it and the word before.</param>
internal readonly record struct ScreenWord(string Plain, int Start, int End, string? Undisguised, bool Letters, bool Unspaced, bool Glued);
