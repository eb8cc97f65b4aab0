using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Core.Desk.Metering;

/// <summary>Finds the smallest set of swaps from the candidates that clears a finding. Every set is tried on the sample before it is offered: what is said of it was measured.</summary>
public sealed class SuggestFix(CurrentModel current, CurrentMeter meters, SampleDraft sample, ReadMeter meter, SuggestTracks suggest)
{
    /// <summary>Swaps that are offered at most.</summary>
    public const int Most = 16;

    /// <summary>Sets up to this size are thinned out swap by swap.</summary>
    private const int Thinned = 8;

    /// <summary>A fix for a finding in a draft as it stands.</summary>
    /// <exception cref="RefusedException">The recipe cannot be followed.</exception>
    public async Task<Fix> For(PlaylistId playlist, Draft draft, Finding finding, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(finding);
        var before = await meter.Of(playlist, draft, cancel);
        var pairs = await Pairs(playlist, draft, finding, before, cancel);
        if (pairs is null) return Nothing(finding, before, Turn(finding));
        if (pairs.Count == 0) return Nothing(finding, before, "No candidate would help, or every track that could go is pinned or noted.");
        var trial = new Trial(meter, playlist, draft, finding, before);
        var count = await Fewest(trial, pairs, progress, cancel);
        var chosen = await Thin(trial, pairs[..count], cancel);
        var after = await trial.With(chosen, cancel);
        var swaps = new List<Swap>(chosen.Count);
        foreach (var (place, swap) in chosen.Index())
        {
            var alone = chosen.Count == 1 ? after : await trial.With([swap], cancel);
            swaps.Add(swap with { Cost = before.Fit - alone.State.Fit });
            progress?.Report(0.8 + (0.2 * (place + 1) / chosen.Count));
        }

        return new Fix(finding, swaps, after.Value, before.Fit, after.State.Fit, after.Clears, after.Clears ? trial.Worse(after.State) : $"{chosen.Count} swaps bring it nearer and do not clear it. More candidates of that kind are not there.");
    }

    /// <summary>Swaps in the order in which they are tried: tracks that the lists show most go first, candidates that fit best come first. Null where swaps are not what the figure turns on.</summary>
    private async Task<List<Swap>?> Pairs(PlaylistId playlist, Draft draft, Finding finding, MeterState before, CancellationToken cancel)
    {
        var snapshot = await current.Get(cancel);
        var ground = (await meters.Get(snapshot, cancel)).Ground;
        var pool = draft.Pool.Select(entry => snapshot.Catalogue.Find(entry.Track)).OfType<TrackFacts>().ToList();
        if (SwapChoice.For(finding, before.Figures, ground.Rows, ground.Dimensions, pool.SelectMany(track => track.Artists).ToHashSet()) is not { } choice) return null;
        var shown = (await sample.Live(playlist, draft, cancel)).Tracks.ToDictionary(track => track.Track, track => track.Log);
        var free = draft.Pool.Where(entry => entry.Pin is null && entry.Note.Length == 0).Select(entry => entry.Track).ToHashSet();
        var outs = pool.Where(track => free.Contains(track.Id)).Select(track => (Track: track, Weight: choice.Out(track) * shown.GetValueOrDefault(track.Id)))
            .Where(row => row.Weight > 0).OrderByDescending(row => row.Weight).ThenBy(row => row.Track.Id).Select(row => row.Track);
        var ins = (await suggest.For(playlist, draft, new SuggestionFilters(), cancel: cancel)).Items.Where(candidate => choice.In(candidate.Track));
        return [.. outs.Zip(ins, (gone, come) => new Swap(gone, come.Track, come.Score, null)).Take(Most)];
    }

    /// <summary>The fewest of the first swaps that clear it; all where none do. Doubles, then halves.</summary>
    private static async Task<int> Fewest(Trial trial, List<Swap> pairs, IProgress<double>? progress, CancellationToken cancel)
    {
        int low = 0, high = 1;
        while (high < pairs.Count && !(await trial.With(pairs[..high], cancel)).Clears)
        {
            (low, high) = (high, Math.Min(pairs.Count, high * 2));
            progress?.Report(0.5 * high / pairs.Count);
        }

        if (!(await trial.With(pairs[..high], cancel)).Clears) return pairs.Count;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if ((await trial.With(pairs[..middle], cancel)).Clears) high = middle;
            else low = middle;
        }

        progress?.Report(0.6);
        return high;
    }

    /// <summary>Leaves out every swap without which it still clears.</summary>
    private static async Task<List<Swap>> Thin(Trial trial, List<Swap> chosen, CancellationToken cancel)
    {
        if (chosen.Count > Thinned || !(await trial.With(chosen, cancel)).Clears) return chosen;
        for (var i = chosen.Count - 1; i >= 0 && chosen.Count > 1; i--)
        {
            List<Swap> without = [.. chosen[..i], .. chosen[(i + 1)..]];
            if ((await trial.With(without, cancel)).Clears) chosen = without;
        }

        return chosen;
    }

    private static Fix Nothing(Finding finding, MeterState before, string why) => new(finding, [], null, before.Fit, null, false, why);

    private static string Turn(Finding finding) => finding.Key.Measure switch
    {
        Measures.Calibration => "Lists follow their listeners' genres more closely with more weight on calibration, or less on the editor's order: both are in the recipe.",
        Measures.Discovery or Measures.Novelty or Measures.Serendipity => "This turns on the discovery share of the recipe more than on single tracks.",
        _ => "Swapping tracks is not what this figure turns on; look at the recipe and at the tracks behind it.",
    };
}
