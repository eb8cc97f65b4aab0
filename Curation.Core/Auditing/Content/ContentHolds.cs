using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>A decision that counts: what it is about and how far it goes.</summary>
/// <param name="Case">The case.</param>
/// <param name="Measure">What is done.</param>
/// <param name="Playlist">The playlist of the case.</param>
/// <param name="Track">The track; null where it is about a playlist.</param>
/// <param name="Rule">The rule whose find it decides; 0 for a report.</param>
/// <param name="Key">The find's key; empty for a report.</param>
/// <param name="Written">Whether it is about words that editors wrote.</param>
/// <param name="Everywhere">Whether it counts in every playlist.</param>
/// <param name="Territories">Where it counts; null for everywhere.</param>
/// <param name="Until">The last day on which it counts.</param>
/// <param name="Reason">Why.</param>
public sealed record ContentHold(int Case, ContentMeasure Measure, PlaylistId? Playlist, TrackId? Track, int Rule, string Key, bool Written, bool Everywhere, string? Territories, DateOnly? Until, string Reason);

/// <summary>What rules and decisions keep from a playlist on a day. Exclusion wins: of several decisions about a track the strictest counts.</summary>
public sealed class ContentHolds
{
    private readonly ContentRules rules;
    private readonly List<ContentRule> keeping;
    private readonly ILookup<TrackId, ContentHold> ofTracks;
    private readonly HashSet<(int Rule, TrackId Track)> lifted;

    /// <summary>What counts for a playlist of a kind (null where it is not told) that starts from a genre.</summary>
    public ContentHolds(ContentRules rules, IEnumerable<ContentHold> holds, PlaylistId playlist, GenreId? seed, DateOnly day, PlaylistKind? kind = null)
    {
        this.rules = rules;
        var counting = holds.Where(hold => (hold.Until is not { } end || day <= end) && (hold.Everywhere || hold.Playlist is null || hold.Playlist == playlist)).ToList();
        keeping = [.. rules.Holding(playlist, seed, day, kind).Where(rule => rule.KeepsAway)];
        ofTracks = counting.Where(hold => hold is { Track: not null, Written: false }).ToLookup(hold => hold.Track!.Value);
        lifted = [.. counting.Where(hold => hold is { Track: not null, Rule: > 0, Measure: ContentMeasure.None or ContentMeasure.Advisory }).Select(hold => (hold.Rule, hold.Track!.Value))];
        DecidedKeys = counting.Where(hold => hold.Key.Length > 0 && hold.Playlist == playlist).GroupBy(hold => hold.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Max(hold => hold.Measure), StringComparer.Ordinal);
        OfReport = counting.Find(hold => hold is { Track: null, Rule: 0, Measure: ContentMeasure.Remove } && hold.Playlist == playlist);
        OfPlaylist = counting.Where(hold => hold.Track is null && hold.Playlist == playlist).Select(hold => hold.Measure).DefaultIfEmpty(ContentMeasure.None).Max();
    }

    /// <summary>What was decided about finds of this playlist, by key.</summary>
    public IReadOnlyDictionary<string, ContentMeasure> DecidedKeys { get; }

    /// <summary>The strictest decision about the playlist as a whole and about its own words.</summary>
    public ContentMeasure OfPlaylist { get; }

    /// <summary>The decision upon a report that nobody gets the playlist; null where there is none.</summary>
    public ContentHold? OfReport { get; }

    /// <summary>Whether anything could keep a track away at all.</summary>
    public bool IsEmpty => keeping.Count == 0 && ofTracks.Count == 0;

    /// <summary>The strictest decision about a track for listeners in a territory (null where none is known).</summary>
    public ContentMeasure MeasureOf(TrackId track, string? territory = null) =>
        ofTracks[track].Where(hold => hold.Territories is null || (territory is null ? hold.Measure >= ContentMeasure.Restrict : Territory.Holds(hold.Territories, territory)))
            .Select(hold => hold.Measure).DefaultIfEmpty(ContentMeasure.None).Max();

    /// <summary>The strictest decision that keeps a track from every list; null where there is none.</summary>
    public ContentHold? KeptBy(TrackId track) => ofTracks[track].Where(hold => hold is { Measure: >= ContentMeasure.Restrict, Territories: null }).MaxBy(hold => hold.Measure);

    /// <summary>Whether a track is on nobody's list of the playlist.</summary>
    public bool KeepsAway(TrackFacts track) =>
        !IsEmpty && (KeptBy(track.Id) is not null || keeping.Exists(rule => !rule.Scope.IsTerritorial && IsHeld(rule, track)));

    /// <summary>Whether a track is on no list in a territory; one that is not known (null) is taken to be any.</summary>
    public bool KeepsFrom(TrackFacts track, string? territory) =>
        !IsEmpty && (MeasureOf(track.Id, territory) >= ContentMeasure.Restrict || keeping.Exists(rule => rule.Scope.IsTerritorial && rule.Scope.Reaches(territory) && IsHeld(rule, track)));

    private bool IsHeld(ContentRule rule, TrackFacts track) => !lifted.Contains((rule.Number, track.Id)) && rules.Names(rule, track);
}
