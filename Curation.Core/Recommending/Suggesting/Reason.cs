using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>What kind of thing speaks for a track.</summary>
public enum ReasonKind
{
    /// <summary>A track of the pool.</summary>
    PoolTrack,

    /// <summary>Several tracks of the pool by one artist.</summary>
    PoolArtist,

    /// <summary>Several tracks of the pool together.</summary>
    PoolTracks,

    /// <summary>A track of the genre's seed.</summary>
    SeedTrack,

    /// <summary>An artist of the genre's seed.</summary>
    SeedArtist,

    /// <summary>A tag of the genre's seed.</summary>
    SeedTag,

    /// <summary>The genre itself, where its seed names nothing else.</summary>
    SeedGenre,

    /// <summary>A word of the written need that names a genre of the track.</summary>
    NeedGenre,

    /// <summary>A word of the written need that names a tag of the track.</summary>
    NeedTag,

    /// <summary>A word of the written need that stands in the title.</summary>
    NeedTitle,

    /// <summary>What was learned from where listeners went on: which recommender is right when, how much and how lately a track is heard.</summary>
    Learned,

    /// <summary>The artist, a genre or a tag of a track that too few have heard to tell otherwise.</summary>
    Trait,

    /// <summary>A track that an editor wants more like.</summary>
    MoreLike,

    /// <summary>A refused track that this one is liker than the pool is.</summary>
    Refused,

    /// <summary>An artist of whom an editor wants less.</summary>
    LessOf,

    /// <summary>How much the track is played by everyone.</summary>
    Popularity,

    /// <summary>Everything else together: smaller reasons, and what no single track accounts for.</summary>
    Others,
}

/// <summary>One thing that speaks for a track (or, below zero, against it) and how much it adds to the score.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Amount">What it adds to the score.</param>
/// <param name="Track">The pool or seed track, for those kinds; of several the one that adds the most.</param>
/// <param name="Artist">The seed's, pool's or track's own artist, for those kinds.</param>
/// <param name="Word">The tag, genre or word, for those kinds; else empty.</param>
/// <param name="Count">Tracks that speak together, for those kinds; else 0.</param>
/// <param name="Also">Of several tracks the one that adds the second most.</param>
public readonly record struct Reason(ReasonKind Kind, double Amount, TrackId? Track = null, ArtistId? Artist = null, string Word = "", int Count = 0, TrackId? Also = null);
