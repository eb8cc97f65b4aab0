using System.Collections.Immutable;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Tests.Auditing.Content;

/// <summary>A small playlist of known tracks, and rules to hold against it.</summary>
internal static class Matters
{
    public static readonly PlaylistId Playlist = new(7);
    public static readonly GenreId Genre = new(3);
    public static readonly DateOnly Today = new(2026, 5, 4);
    private static readonly PersonId Editor = new("editor");

    public static TrackFacts Track(int id, string title = "", int artist = 0, bool isExplicit = false, TrackRights? rights = null) =>
        new(new TrackId(id), title.Length == 0 ? $"Track {id}" : title, $"Artist {artist}", [new ArtistId(artist)], [], null, null, isExplicit, null, null, default) { Rights = rights ?? TrackRights.NotStated };

    public static Draft Draft(params TrackFacts[] tracks) => new()
    {
        Title = "Night Drive",
        Seed = Genre,
        Pool = tracks.Select(track => new Entry { Track = track.Id, AddedBy = Editor, AddedAt = DateTimeOffset.UnixEpoch }).ToImmutableArray(),
    };

    public static ContentSubject Subject(params TrackFacts[] tracks) => new(Playlist, Draft(tracks), tracks.ToDictionary(track => track.Id).GetValueOrDefault);

    public static Draft With(this Draft draft, int track, Func<Entry, Entry> change) => draft with { Pool = [.. draft.Pool.Select(entry => entry.Track.Value == track ? change(entry) : entry)] };

    public static ContentRule Rule(ContentRuleKind kind, ContentLevel level = ContentLevel.Warn) => new() { Number = 1, Kind = kind, Name = $"About {kind}", Level = level };

    public static ContentRules Rules(params ContentRule[] rules) => new(1, rules, Lexicon.Read("en; insult; block; grot\nen; profanity; note; drat"));

    public static IReadOnlyList<ContentFinding> Find(this ContentSubject subject, params ContentRule[] rules) => ContentScreen.Of(subject, Rules(rules), Today);
}
