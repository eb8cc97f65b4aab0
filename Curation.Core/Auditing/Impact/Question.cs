using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Impact;

/// <summary>The three parts of the questionnaire.</summary>
public enum QuestionPart
{
    /// <summary>What is known, of whom, and from where.</summary>
    Data,

    /// <summary>What decides, and who decides about that.</summary>
    AlgorithmAndTeam,

    /// <summary>What it does to creators and listeners.</summary>
    Outcomes,
}

/// <summary>On which side an answer weighs.</summary>
public enum Weighs
{
    /// <summary>It adds to the raw risk.</summary>
    Risk,

    /// <summary>It adds to the mitigation.</summary>
    Mitigation,
}

/// <summary>What is assessed.</summary>
public enum ImpactScope
{
    /// <summary>One playlist and its recipe.</summary>
    Playlist,

    /// <summary>The workbench as a whole.</summary>
    System,
}

/// <summary>Where a question is asked.</summary>
public enum AskedFor
{
    /// <summary>Everywhere.</summary>
    Both,

    /// <summary>Of playlists only.</summary>
    Playlist,

    /// <summary>Of the workbench as a whole only.</summary>
    System,
}

/// <summary>One answer that can be chosen.</summary>
/// <param name="Key">Its name within the question.</param>
/// <param name="Text">What it says.</param>
/// <param name="Weight">How much it weighs, 0 or more.</param>
/// <param name="Alone">Whether it cannot be chosen together with others, such as "none".</param>
public sealed record AnswerChoice(string Key, string Text, int Weight, bool Alone = false);

/// <summary>One question with its weighted answers.</summary>
/// <param name="Key">Its name, which later versions of the questionnaire keep while the question means the same.</param>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Weighs">Whether its answers add to risk or to mitigation.</param>
/// <param name="For">Where it is asked.</param>
/// <param name="Text">The question.</param>
/// <param name="Help">How to find the answer.</param>
/// <param name="Choices">The answers in order.</param>
/// <param name="Several">Whether several answers can hold at once; their weights are summed.</param>
/// <param name="Measure">The figure that speaks to it, as <see cref="MeasureKey"/> writes it; empty where none does.</param>
public sealed record Question(string Key, QuestionPart Part, Weighs Weighs, AskedFor For, string Text, string Help, ImmutableArray<AnswerChoice> Choices, bool Several = false, string Measure = "")
{
    /// <summary>The most that answers to it can weigh.</summary>
    public int Most => Several ? Choices.Sum(choice => choice.Weight) : Choices.Max(choice => choice.Weight);

    /// <summary>Whether it is asked of <paramref name="scope"/>.</summary>
    public bool IsFor(ImpactScope scope) => For == AskedFor.Both || (For == AskedFor.Playlist) == (scope == ImpactScope.Playlist);

    /// <summary>The choices with these keys, in the order in which the question has them.</summary>
    /// <exception cref="ArgumentException">A key is unknown, or more is chosen than can hold at once.</exception>
    public IReadOnlyList<AnswerChoice> Chosen(IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var chosen = Choices.Where(choice => keys.Contains(choice.Key)).ToList();
        if (chosen.Count != keys.Distinct().Count()) throw new ArgumentException($"\"{Text}\" has no such answer.", nameof(keys));
        if (chosen.Count > 1 && (!Several || chosen.Exists(choice => choice.Alone))) throw new ArgumentException($"\"{Text}\" takes one answer.", nameof(keys));
        return chosen;
    }
}
