using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Ordering;

/// <summary>Makes of a draft what the sequencer puts in order.</summary>
internal static class OrderPlans
{
    /// <summary>The whole pool: pins stand at their position.</summary>
    public static SequencePlan Of(Draft draft, ModelSnapshot snapshot, DateOnly day) => new()
    {
        Tracks = Tracks(draft, snapshot),
        Flow = draft.Flow ?? new Flow(),
        Day = day,
        FixedAt = SequencePlan.FixPins([.. draft.Pool.Select(entry => entry.Pin)]),
        Kept = [.. draft.Pool.Select(entry => entry.KeepWithNext ?? false)],
    };

    /// <summary>Only some rows, within the places that they hold: all others, and pins among them, stay where they are.</summary>
    public static SequencePlan Only(IReadOnlySet<TrackId> chosen, Draft draft, ModelSnapshot snapshot, DateOnly day) => Of(draft, snapshot, day) with
    {
        FixedAt = [.. draft.Pool.Select((entry, place) => chosen.Contains(entry.Track) && entry.Pin is null ? -1 : place)],
    };

    public static IReadOnlyList<SequenceTrack> Tracks(Draft draft, ModelSnapshot snapshot) => [.. draft.Pool.Select(entry =>
        SequenceTrack.Of(snapshot.Catalogue.Find(entry.Track) ?? Unknown(entry.Track), snapshot.Catalogue, snapshot.Ground.TierOf(entry.Track)))];

    private static TrackFacts Unknown(TrackId track) => new(track, $"Track {track}", "", [], [], null, null, false, null, null, default);
}
