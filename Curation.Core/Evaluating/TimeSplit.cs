using Curation.Core.Listening;

namespace Curation.Core.Evaluating;

/// <summary>Trains on all days but the last share of them, and tests on those.</summary>
/// <remarks>
/// The days are those on which anything was heard or listed. Training sees what has no time and what came before the first test day, nothing else.
/// A listener is tested on the tracks that are new to that listener in the test days, with everything from before as history.
/// A list of a test day is tested on its last tracks, with its first ones as history: it is no part of training, and neither are its first tracks.
/// </remarks>
internal static class TimeSplit
{
    public static Split Of(Observations observations, double share, double heldOutShare)
    {
        var cut = observations.LastDays(share);
        var train = observations.Matrix(seen => seen.Day is null || seen.Day < cut, cut);
        var later = observations.Matrix(seen => seen.Day >= cut && seen.Row < observations.Listeners);
        var history = Observations.NewPart();
        var heldOut = Observations.NewPart();
        foreach (var (row, tracks) in observations.InOrder(observations.Events.Where(seen => seen.Day >= cut && seen.Row >= observations.Listeners).Select(seen => seen.Row).ToHashSet()))
        {
            if (tracks.Length < 2 || train.Row(row).Count > 0) continue;
            var given = Math.Clamp((int)Math.Round((1 - heldOutShare) * tracks.Length), 1, tracks.Length - 1);
            for (var i = 0; i < tracks.Length; i++) (i < given ? history : heldOut).Add(row, tracks[i].Row, tracks[i].Weight);
        }

        return new(train, train.Plus(observations.Built(history)), later.Without(train).Plus(observations.Built(heldOut))) { Facts = observations.Facts, Until = Observations.StartOf(cut) };
    }
}
