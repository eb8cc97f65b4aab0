using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>A rule that no order of these tracks can keep.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Hard">A hard rule refuses the order; a soft one will give way.</param>
/// <param name="Sentence">Which rule cannot hold, by how much, and the smallest change that would make it hold.</param>
/// <param name="Fix">What to ask instead; null where only the tracks or pins can change.</param>
/// <param name="FixWords">The change in a few words, for a button.</param>
public sealed record Obstacle(OrderRule Rule, bool Hard, string Sentence, Flow? Fix, string FixWords);
