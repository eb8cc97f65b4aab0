using Curation.Core.Catalog;

namespace Curation.Core.Desk.Plays;

/// <summary>A play as a listener's app gives it. The track is named by its number here, its ISRC, its MusicBrainz identifier, or title and artist: the first that is given counts.</summary>
/// <param name="Listener">The listener's pseudonymous key; one that is not known yet is a new listener.</param>
/// <param name="At">Start of the play.</param>
/// <param name="Track">The track's number, as lists give it.</param>
/// <param name="Isrc">Its ISRC.</param>
/// <param name="Mbid">Its MusicBrainz recording identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Artist">Its artist credit.</param>
/// <param name="MsPlayed">Milliseconds heard, where known.</param>
/// <param name="Skipped">Whether the listener moved on before the end.</param>
/// <param name="Saved">Whether the listener saved the track.</param>
/// <param name="Source">Where the play came from, for instance a playlist's slug.</param>
public sealed record GivenPlay(
    string? Listener, DateTimeOffset? At, int? Track = null, string? Isrc = null, Guid? Mbid = null, string? Title = null, string? Artist = null,
    int? MsPlayed = null, bool Skipped = false, bool Saved = false, string? Source = null)
{
    /// <summary>Longest key of a listener.</summary>
    public const int LongestListener = 200;

    private const int LongestSource = 200;
    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal string? TrackKeyGiven => this switch
    {
        { Isrc: { Length: > 0 } isrc } => TrackKey.Of("", "", isrc),
        { Mbid: { } mbid } => TrackKey.Of("", "", mbid: mbid),
        { Title: { Length: > 0 } title, Artist: { Length: > 0 } artist } => TrackKey.OfNames(title, artist),
        _ => null,
    };

    /// <summary>What is wrong with it, or null.</summary>
    internal string? Problem(DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(Listener) || Listener.Length > LongestListener ? $"listener must have 1 to {LongestListener} characters"
        : At is not { } at || at < Earliest || at > now.AddDays(1) ? "at must be a time since 1970 and not in the future"
        : MsPlayed < 0 ? "msPlayed must not be below 0"
        : Source?.Length > LongestSource ? $"source has more than {LongestSource} characters"
        : Track is null && TrackKeyGiven is null ? "name the track by track, isrc, mbid, or title and artist"
        : null;
}

/// <summary>What became of a batch of plays.</summary>
/// <param name="Kept">Plays that were new.</param>
/// <param name="AlreadyThere">Plays that were known: the same listener, time and track.</param>
/// <param name="NotTaken">Plays that were not taken, by their place in the batch from 0, and why.</param>
public sealed record PlaysAnswer(int Kept, int AlreadyThere, IReadOnlyList<PlayNotTaken> NotTaken);

/// <summary>A play that was not taken.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Reason">Why.</param>
public sealed record PlayNotTaken(int Index, string Reason);
