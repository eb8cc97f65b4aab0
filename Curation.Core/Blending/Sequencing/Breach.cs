namespace Curation.Core.Blending.Sequencing;

/// <summary>A rule for the order.</summary>
public enum OrderRule
{
    /// <summary>Tracks of one artist apart.</summary>
    Artist,

    /// <summary>Tracks of one release apart.</summary>
    Album,

    /// <summary>Tracks of one genre apart.</summary>
    Genre,

    /// <summary>Not too many of one gender.</summary>
    GenderMost,

    /// <summary>Enough women and non-binary artists.</summary>
    GenderLeast,

    /// <summary>Not too many in the same key.</summary>
    KeyRun,

    /// <summary>No large change of tempo.</summary>
    TempoJump,

    /// <summary>What the clock asks for.</summary>
    Clock,

    /// <summary>Kept with the next.</summary>
    Kept,
}

/// <summary>A place where a rule is broken.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Hard">Whether it was a hard one.</param>
/// <param name="From">Position, from 1, of the first track that takes part.</param>
/// <param name="To">Position of the last one, where it shows.</param>
/// <param name="Got">What there is: a distance, a count, a length, percent.</param>
/// <param name="Asked">What the rule asks for.</param>
/// <param name="Key">The artist, release or genre that is shared, else 0.</param>
public readonly record struct Breach(OrderRule Rule, bool Hard, int From, int To, double Got, double Asked, int Key = 0);
