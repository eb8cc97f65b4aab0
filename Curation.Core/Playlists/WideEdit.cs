using System.Text.Json;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>What an edit of many playlists does.</summary>
public enum WideEditKind
{
    /// <summary>Another track takes the place of one.</summary>
    Replacement,

    /// <summary>Tracks leave every pool and may not come back.</summary>
    Takedown,
}

/// <summary>One place that a wide edit changed: what stood there, and between which tracks.</summary>
/// <param name="Playlist">The playlist.</param>
/// <param name="Position">The place in the pool, from 1.</param>
/// <param name="Was">The entry that stood there.</param>
/// <param name="Before">The track that stood in front of it and stayed; null where it was the first.</param>
/// <param name="After">The track that stood behind it and stayed; null where it was the last.</param>
/// <param name="Merged">Whether the track that was to take its place stood in the pool already.</param>
public sealed record WidePlace(PlaylistId Playlist, int Position, Entry Was, TrackId? Before, TrackId? After, bool Merged = false);

/// <summary>An edit made in every playlist at once, with what it takes to take it back.</summary>
public sealed class WideEdit
{
    private WideEdit()
    {
    }

    /// <summary>An edit of these places.</summary>
    public WideEdit(WideEditKind kind, string subject, TrackId? with, string reason, IReadOnlyList<WidePlace> places, PersonId by, DateTimeOffset at)
    {
        Kind = kind;
        Subject = subject;
        With = with;
        Reason = reason;
        PlacesJson = JsonSerializer.Serialize(places, DraftJson.Options);
        PlaceCount = places.Count;
        PlaylistCount = places.Select(place => place.Playlist).Distinct().Count();
        By = by;
        At = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>What it does.</summary>
    public WideEditKind Kind { get; private set; }

    /// <summary>What it was done to, in words.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The track put in place; null for a takedown.</summary>
    public TrackId? With { get; private set; }

    /// <summary>Why, in the person's words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The places as JSON.</summary>
    public string PlacesJson { get; private set; } = "[]";

    /// <summary>How many places it changed.</summary>
    public int PlaceCount { get; private set; }

    /// <summary>In how many playlists.</summary>
    public int PlaylistCount { get; private set; }

    /// <summary>Who did it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who took it back; null while it stands.</summary>
    public PersonId? TakenBackBy { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>The places, in the order of the pools.</summary>
    public IReadOnlyList<WidePlace> Places => JsonSerializer.Deserialize<List<WidePlace>>(PlacesJson, DraftJson.Options) ?? [];

    /// <summary>Ends it; what could be restored is for the caller to do.</summary>
    public void TakeBack(PersonId by, DateTimeOffset at)
    {
        if (TakenBackAt is { } when) throw new RefusedException($"This was taken back already on {when:d MMMM}; nothing was changed.");
        TakenBackBy = by;
        TakenBackAt = at;
    }
}

/// <summary>A track that no playlist may take, by a takedown.</summary>
public sealed record TrackBlock(TrackId Track, int WideEdit);
