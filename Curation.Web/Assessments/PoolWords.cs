using System.Globalization;
using Curation.Core.Playlists;

namespace Curation.Web.Assessments;

/// <summary>Says where lists cannot come from the pool alone, so that figures of such lists are not read as the editor's choice.</summary>
internal static class PoolWords
{
    /// <summary>A sentence where the pool is shorter than a list; null where it is not.</summary>
    public static string? Short(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Pool.IsEmpty) return "The pool is empty: every place is filled from outside it, and the figures are of the engine alone.";
        return draft.Pool.Length >= draft.Blend.Size ? null
            : string.Create(CultureInfo.InvariantCulture, $"The pool has {draft.Pool.Length} {(draft.Pool.Length == 1 ? "track" : "tracks")} for lists of {draft.Blend.Size}: what is missing is filled from outside it.");
    }
}
