namespace Curation.Core.Evaluating;

/// <summary>A line that could not be used, and why.</summary>
public sealed record BadLine(string File, long Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{File}, line {Line}: {Reason}");
}
