using Curation.Core.Catalog;

namespace Curation.Web.Hearing;

/// <summary>A list on screen that can be played from.</summary>
public sealed class PlayPlace
{
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<TrackId> Tracks { get; private set; } = [];

    /// <summary>The row under the list's own cursor, where it has one.</summary>
    public Func<TrackId?> Cursor { get; private set; } = () => null;

    internal void Set(string key, string name, IReadOnlyList<TrackId> tracks, Func<TrackId?>? cursor) =>
        (Key, Name, Tracks, Cursor) = (key, name, tracks, cursor ?? (() => null));
}
