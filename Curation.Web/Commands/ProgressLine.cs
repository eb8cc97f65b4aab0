namespace Curation.Web.Commands;

/// <summary>Progress as lines on the error stream: what, and how far, at every tenth.</summary>
internal sealed class ProgressLine(TextWriter errors, string what) : IProgress<double>
{
    private readonly Lock gate = new();
    private int told;

    public void Report(double value)
    {
        lock (gate)
        {
            var tenths = (int)(value * 10);
            if (tenths <= told) return;
            told = tenths;
            errors.WriteLine(FormattableString.Invariant($"{what}: {tenths * 10} %"));
        }
    }
}
