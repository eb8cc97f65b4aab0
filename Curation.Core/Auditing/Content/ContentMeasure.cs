namespace Curation.Core.Auditing.Content;

/// <summary>What a person decides to do about something, from least to most.</summary>
public enum ContentMeasure
{
    /// <summary>Nothing; it stays as it is.</summary>
    None,

    /// <summary>It stays, with a mark for listeners.</summary>
    Advisory,

    /// <summary>It is on no recommended list, but can still be found.</summary>
    Restrict,

    /// <summary>It is given to nobody.</summary>
    Remove,
}
