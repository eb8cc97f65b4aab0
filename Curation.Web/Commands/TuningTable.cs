using Curation.Core.Recommending;

namespace Curation.Web.Commands;

/// <summary>What tuning tried, a line for each try.</summary>
internal static class TuningTable
{
    /// <summary>One try while it goes on.</summary>
    public static string Line(TuningTry attempt) => FormattableString.Invariant(
        $"{attempt.Recommender}: {attempt.Setting}; on {100 * attempt.Share:0.#} % of rows {attempt.Metric} {(attempt.Figure is { } figure ? FormattableString.Invariant($"{figure:0.0000}") : "n/a")} on the validation part, {attempt.Seconds:0.0} s");

    /// <summary>The lines of all tries, the chosen ones marked.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<TuningTry> tries)
    {
        if (tries.Count == 0) yield break;
        yield return $"tried      {tries.Count} times on a validation part of the training data (* is what was chosen)";
        foreach (var attempt in tries) yield return $"{(attempt.Chosen ? "*" : " ")} {Line(attempt)}";
    }
}
