using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Metering;

/// <summary>A draft measured with swaps made.</summary>
/// <param name="State">The meter.</param>
/// <param name="Value">The figure of the finding; null where it is not defined any more.</param>
/// <param name="Clears">Whether the finding passes.</param>
internal sealed record Tried(MeterState State, double? Value, bool Clears);

/// <summary>Tries sets of swaps on the sample, each once.</summary>
internal sealed class Trial(ReadMeter meter, PlaylistId playlist, Draft draft, Finding finding, MeterState before)
{
    private readonly Dictionary<string, Tried> known = new(StringComparer.Ordinal);

    /// <summary>The draft with these swaps made.</summary>
    public async Task<Tried> With(IReadOnlyList<Swap> swaps, CancellationToken cancel)
    {
        var name = string.Join(',', swaps.Select(swap => $"{swap.Out.Id}>{swap.In.Id}"));
        if (known.TryGetValue(name, out var tried)) return tried;
        var changed = swaps.Aggregate(draft, (state, swap) => state.Apply(new DraftEdit.ReplaceTrack(swap.Out.Id, swap.In.Id), PersonId.Console, DateTimeOffset.UnixEpoch));
        var state = await meter.Of(playlist, changed, cancel);
        var same = state.Findings.FirstOrDefault(candidate => candidate.Key == finding.Key && candidate.Threshold == finding.Threshold);
        return known[name] = new Tried(state, same?.Value, same is { Level: FindingLevel.Pass });
    }

    /// <summary>What became worse by it, in a sentence; empty where nothing did.</summary>
    public string Worse(MeterState after)
    {
        var worse = after.Findings.Where(now => now.Level > FindingLevel.NotMeasured && before.Findings.FirstOrDefault(then => then.Key == now.Key && then.Threshold == now.Threshold) is var then && (then?.Level ?? FindingLevel.Pass) < now.Level).ToList();
        return worse.Count == 0 ? "" : $"It would bring about {(worse.Count == 1 ? "another finding" : $"{worse.Count} other findings")}: {FindingWords.Sentence(worse[0])}.";
    }
}
