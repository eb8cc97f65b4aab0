using Curation.Core.Playlists;

namespace Curation.Core.Importing.Lists;

/// <summary>Entries of lists that were not written from a draft.</summary>
internal static class GivenEntry
{
    private static readonly Entry Plain = new() { Track = default, AddedBy = new PersonId(""), AddedAt = default };

    /// <summary>An entry of which only the note is known; null where there is none.</summary>
    public static Entry? Noted(string? note) => string.IsNullOrWhiteSpace(note) ? null : Plain with { Note = note };

    /// <summary>The entry as far as it is known, with what its own columns say.</summary>
    public static Entry? Of(Entry? known, int? pin, string note) => known is null && pin is null && note.Length == 0 ? null : (known ?? Plain) with { Pin = pin, Note = note };
}
