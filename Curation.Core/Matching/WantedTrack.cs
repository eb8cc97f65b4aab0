using Curation.Core.Catalog;

namespace Curation.Core.Matching;

/// <summary>One way to read a line as title and artist.</summary>
/// <param name="Title">The title, if this reading is right.</param>
/// <param name="Artist">The artist, if this reading is right; null where the line names none.</param>
/// <param name="Order">Words for the order, as "title, then artist"; empty for the order that is usual.</param>
public sealed record TitleReading(string Title, string? Artist, string Order = "");

/// <summary>A track that somebody wrote down, before the catalogue was asked.</summary>
/// <param name="Line">Line or place in what was given, from 1.</param>
/// <param name="Text">The line as it was given.</param>
public sealed record WantedTrack(int Line, string Text)
{
    /// <summary>The ways to read the line, the likeliest first; none where it holds only an identifier.</summary>
    public IReadOnlyList<TitleReading> Readings { get; init; } = [];

    /// <summary>Length in milliseconds, where the line says it.</summary>
    public int? DurationMs { get; init; }

    /// <summary>International Standard Recording Code, where the line holds one.</summary>
    public string? Isrc { get; init; }

    /// <summary>MusicBrainz recording, where the line holds one.</summary>
    public Guid? Mbid { get; init; }

    /// <summary>A track of this store, where the line names it.</summary>
    public TrackId? Track { get; init; }

    /// <summary>What cannot be looked up in the line, in words: "a link to Spotify"; null where there is nothing of the kind.</summary>
    public string? Unread { get; init; }

    /// <summary>What to look for by hand: the likeliest title and artist, else the line.</summary>
    public string Words => Readings is [var first, ..] ? $"{first.Artist} {first.Title}".Trim() : Text;
}

/// <summary>A line that names no track, and why it was passed over.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Because">Why, as "a heading".</param>
public sealed record PassedLine(int Line, string Text, string Because);
