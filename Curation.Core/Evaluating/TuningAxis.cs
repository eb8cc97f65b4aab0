using System.Globalization;
using Curation.Core.Numerics;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating;

/// <summary>One value of the options that tuning varies, on a logarithmic scale.</summary>
/// <param name="Name">Its name, as tables of tries show it.</param>
/// <param name="Low">The least that is tried.</param>
/// <param name="High">The most that is tried.</param>
/// <param name="Read">Its value in some options.</param>
/// <param name="With">The same options with another value.</param>
/// <param name="Step">Values are multiples of this; 0 for any number.</param>
public sealed record TuningAxis(string Name, double Low, double High, Func<ModelOptions, double> Read, Func<ModelOptions, double, ModelOptions> With, double Step = 0)
{
    /// <summary>Whether a value beyond the number of tracks says no more than one at it.</summary>
    public bool UpToTracks { get; init; }

    /// <summary>The axis for so many tracks.</summary>
    internal TuningAxis For(int tracks) => UpToTracks ? this with { High = Math.Max(Low, Math.Min(High, tracks)) } : this;

    /// <summary>How far a value near another one lies from it at most, as a share of the whole logarithmic range.</summary>
    private const double Near = 0.15;

    /// <summary>The options with a value from the whole range.</summary>
    internal ModelOptions Anywhere(ModelOptions options, SeededRandom random) => At(options, random.NextDouble());

    /// <summary>The options with a value near the one they have.</summary>
    internal ModelOptions Nearby(ModelOptions options, SeededRandom random) =>
        At(options, ShareOf(Math.Clamp(Read(options), Low, High)) + (Near * ((2 * random.NextDouble()) - 1)));

    internal string Describe(ModelOptions options) => string.Create(CultureInfo.InvariantCulture, $"{Name} {Read(options):0.####}");

    private double ShareOf(double value) => High > Low ? Math.Log(value / Low) / Math.Log(High / Low) : 0;

    private ModelOptions At(ModelOptions options, double share)
    {
        var value = Low * Math.Pow(High / Low, Math.Clamp(share, 0, 1));
        if (Step > 0) value = Math.Clamp(Math.Round(value / Step) * Step, Low, High);
        return With(options, Step > 0 ? value : Rounded(value));
    }

    /// <summary>Three significant digits, so that the table says all there is.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
