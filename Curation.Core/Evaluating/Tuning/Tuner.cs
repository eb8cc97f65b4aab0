using Curation.Core.Listening;
using Curation.Core.Recommending;

namespace Curation.Core.Evaluating.Tuning;

/// <summary>What tuning found.</summary>
/// <param name="Options">The options with the best settings; where nothing was better, those it began with.</param>
/// <param name="Tries">All that was tried, in order.</param>
public sealed record TuningResult(ModelOptions Options, IReadOnlyList<TuningTry> Tries);

/// <summary>Searches settings on a validation split by successive halving (Jamieson, Talwalkar 2016): many settings on little evidence, the best of them on more.</summary>
/// <remarks>
/// The same data and seed give the same settings in the same order; how many of them are tried depends on the time there is.
/// The setting in force is tried at every rung, and gives way only to the best on the most evidence where that is better on the validation part with a paired interval above 0.
/// </remarks>
public sealed class Tuner(TuningOptions options, TimeProvider clock)
{
    private readonly TuningOptions options = options.Checked();

    /// <summary>Tunes these recommenders one after the other; each gets an equal share of the time that is left.</summary>
    /// <param name="contenders">What is tuned; those without settings are passed over.</param>
    /// <param name="valid">Training and validation part. Neither may hold anything of a test part.</param>
    /// <param name="tracks">The tracks of the columns.</param>
    /// <param name="from">The options in force.</param>
    /// <param name="told">Told of each try.</param>
    /// <param name="cancel">Stops between tries and within training.</param>
    public TuningResult Tune(IReadOnlyList<Contender> contenders, Split valid, TrackIndex tracks, ModelOptions from, Action<TuningTry>? told = null, CancellationToken cancel = default)
    {
        var ground = new TuningGround(valid, tracks, options);
        var tries = new List<TuningTry>();
        var began = clock.GetTimestamp();
        var tuned = contenders.Where(contender => contender.Axes.Count > 0).ToArray();
        if (ground.Tested == 0) return new(from, tries);
        foreach (var (number, contender) in tuned.Index())
        {
            var left = options.Budget - clock.GetElapsedTime(began);
            var search = new TuningSearch(contender, ground, options, clock, left / (tuned.Length - number));
            (from, var tried) = search.Run(from, told, cancel);
            tries.AddRange(tried);
        }

        return new(from, tries);
    }
}
