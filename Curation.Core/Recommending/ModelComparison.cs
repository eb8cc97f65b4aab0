namespace Curation.Core.Recommending;

/// <summary>Two models measured on the same listening, which neither of them was trained on.</summary>
/// <param name="With">Hash of the model that was in use.</param>
/// <param name="Metric">What was measured, such as "ndcg@20".</param>
/// <param name="Tested">Listeners and lists it was measured on.</param>
/// <param name="Before">The mean of the model that was in use.</param>
/// <param name="Now">The mean of the new model.</param>
/// <param name="Difference">The mean of the differences, new less old, listener by listener.</param>
/// <param name="Low">Lower end of the difference's 95 % interval.</param>
/// <param name="High">Upper end of it.</param>
public sealed record ModelComparison(string With, string Metric, int Tested, double Before, double Now, double Difference, double Low, double High)
{
    /// <summary>Whether the new model is worse: surely, or by more than a share of the old figure that one does not want to risk.</summary>
    public bool IsWorse(double tolerance) => High < 0 || Difference < -tolerance * Before;
}
