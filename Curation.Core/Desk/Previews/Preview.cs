using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Previews;

/// <summary>What the listeners chosen would get from one revision.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Catalogue">Facts of every track that the lists and their reasons name.</param>
/// <param name="Lists">One list for each choice, in the order of the choices.</param>
public sealed record Preview(Revision Revision, Catalogue Catalogue, IReadOnlyList<PreviewedList> Lists);

/// <summary>One listener's list, and why it is as it is.</summary>
/// <param name="Choice">For whom it was asked.</param>
/// <param name="Who">Who that is, in a few words.</param>
/// <param name="About">What is known of them and what that means for the list.</param>
/// <param name="List">The list, with the hash that publishing would store; null where there is no such listener.</param>
/// <param name="Slots">Its slots, explained.</param>
public sealed record PreviewedList(PreviewChoice Choice, string Who, string About, ComposedList? List, IReadOnlyList<ExplainedSlot> Slots);
