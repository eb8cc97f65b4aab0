using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Why an edit and what others did since do not go together.</summary>
public enum ConflictKind
{
    /// <summary>Both set the same value differently.</summary>
    Value,

    /// <summary>Both pinned a track at the same position.</summary>
    Position,

    /// <summary>One wrote on a track that the other removed.</summary>
    Removed,

    /// <summary>One removed a track on which the other wrote.</summary>
    Written,
}

/// <summary>One value on which two people do not agree. Theirs stands in the store until somebody chooses.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Track">The entry's track; null for a value of the draft itself.</param>
/// <param name="Field">The value's name.</param>
/// <param name="Mine">What this edit wanted, as JSON.</param>
/// <param name="Theirs">What stands there, as JSON.</param>
/// <param name="Insist">The edit that puts mine in place of theirs after all.</param>
public sealed record EditConflict(ConflictKind Kind, TrackId? Track, string Field, string? Mine, string? Theirs, DraftEdit Insist)
{
    /// <summary>Who wrote theirs; null where nobody is on record.</summary>
    public PersonId? By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The other track that stands at the position.</summary>
    public TrackId? Holder { get; init; }

    /// <summary>The edit that writes a third value.</summary>
    public DraftEdit Third(string? json) => new DraftEdit.SetFields([new FieldEdit(Track, Field, Theirs, json)]);
}
