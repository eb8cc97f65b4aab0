using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Metering;

/// <summary>One track in the place of another.</summary>
/// <param name="Out">The track that goes; its place, pin, tags and note stay with the place.</param>
/// <param name="In">The candidate that comes.</param>
/// <param name="Score">The candidate's score, in hundredths.</param>
/// <param name="Cost">What this swap alone takes from the mean fit of lists to tastes, 0 to 1; below 0 where it adds; null where nobody has a taste.</param>
public sealed record Swap(TrackFacts Out, TrackFacts In, decimal Score, double? Cost);

/// <summary>The smallest set of swaps found that clears a finding, measured on the sample with them made.</summary>
/// <param name="Finding">What was to be cleared.</param>
/// <param name="Swaps">The swaps, the one that does most first; none where nothing of the kind was found.</param>
/// <param name="Value">The figure with them made; null where there are none.</param>
/// <param name="FitBefore">Mean fit of lists to tastes without them.</param>
/// <param name="FitAfter">The same with them.</param>
/// <param name="Clears">Whether the finding passes with them.</param>
/// <param name="Note">What else to know, in a sentence; empty where there is nothing.</param>
public sealed record Fix(Finding Finding, IReadOnlyList<Swap> Swaps, double? Value, double? FitBefore, double? FitAfter, bool Clears, string Note)
{
    /// <summary>The swaps as one edit, which one step takes back.</summary>
    public DraftEdit ToEdit() => new DraftEdit.Several([.. Swaps.Select(swap => new DraftEdit.ReplaceTrack(swap.Out.Id, swap.In.Id))], $"{Swaps.Count} swaps for {FigureWords.Name(Finding.Key)}");
}
