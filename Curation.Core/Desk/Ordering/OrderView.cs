using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;

namespace Curation.Core.Desk.Ordering;

/// <summary>A broken rule in words.</summary>
/// <param name="Breach">Where and which.</param>
/// <param name="Words">A sentence that names the tracks.</param>
/// <param name="Brief">A few words for a mark: "artist 3 of 5".</param>
/// <param name="At">The track at which it shows.</param>
public sealed record BrokenRule(Breach Breach, string Words, string Brief, TrackId At);

/// <summary>How a pool's present order stands to what is asked of it.</summary>
/// <param name="Reading">How it flows.</param>
/// <param name="Joints">How each row leads into the next; one fewer than rows.</param>
/// <param name="Broken">Rules broken now, by position.</param>
/// <param name="Obstacles">Rules that no order of these tracks can keep.</param>
/// <param name="Target">The energy aimed at, by row; empty without a target.</param>
/// <param name="Unstated">Rows of whose artists no source states a gender.</param>
public sealed record OrderView(FlowReading Reading, IReadOnlyList<Transition> Joints, IReadOnlyList<BrokenRule> Broken, IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<double> Target, int Unstated);

/// <summary>What became of the wish to have a pool put in order.</summary>
/// <param name="Tracks">The tracks in their new order; empty where the present one stays.</param>
/// <param name="Broken">Rules broken in the new order, or, where a hard one stood in the way, in the best that was found.</param>
/// <param name="Obstacles">Hard rules that no order can keep; then nothing was looked for.</param>
/// <param name="Before">How the present order flows.</param>
/// <param name="After">How the new one flows.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record Arranged(IReadOnlyList<TrackId> Tracks, IReadOnlyList<BrokenRule> Broken, IReadOnlyList<Obstacle> Obstacles, FlowReading Before, FlowReading After, double Milliseconds)
{
    /// <summary>Whether a hard rule refused it.</summary>
    public bool Refused => Obstacles.Count > 0 || (Tracks.Count == 0 && Broken.Any(rule => rule.Breach.Hard));
}
