using Curation.Core.Auditing.Assessing;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Assessing;

/// <summary>The lists that listeners would get from one revision, made in memory and published nowhere.</summary>
/// <param name="Origin">What the lists were made from.</param>
/// <param name="Draft">The pool and the recipe.</param>
/// <param name="Snapshot">The catalogue and the model they were made on.</param>
/// <param name="Audience">The listeners, the same rows as the lists.</param>
/// <param name="Lists">Their lists.</param>
/// <param name="Fits">How well each list fits its listener, see <see cref="Comparing.TasteFit"/>; NaN for a listener without a taste.</param>
/// <param name="Relevance">How relevant each place's track is to its listener, see <see cref="Comparing.TasteFit"/>; not a number without a taste, and of tracks that the model does not know.</param>
/// <param name="Shared">The list of everybody else.</param>
/// <param name="Live">The lists that the same listeners get now from the live edition; null where none is live.</param>
internal sealed record Simulation(ListOrigin Origin, Draft Draft, ModelSnapshot Snapshot, SimulatedAudience Audience, ListSet Lists, double[] Fits, float[] Relevance, Catalog.TrackId[] Shared, ListSet? Live);
