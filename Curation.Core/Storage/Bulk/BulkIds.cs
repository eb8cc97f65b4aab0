using Curation.Core.Importing;

namespace Curation.Core.Storage.Bulk;

/// <summary>Numbers of what an import has met, kept from step to step so that each name is looked up once.</summary>
/// <remarks>Throw it away after a step that failed: it may name rows that were rolled back.</remarks>
public sealed class BulkIds
{
    private const int Most = 1_000_000;

    internal Dictionary<string, int> Artists { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, int> Listeners { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, int> Genres { get; } = new(StringComparer.Ordinal);

    internal Dictionary<(int Artist, string Key), int> Releases { get; } = [];

    internal Dictionary<TrackWords, int> Tracks { get; } = new(ReferenceEqualityComparer.Instance);

    internal Dictionary<string, ListState> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Forgets the names that can be looked up again, where there are very many.</summary>
    internal void Bound()
    {
        if (Artists.Count > Most) Artists.Clear();
        if (Listeners.Count > Most) Listeners.Clear();
        if (Releases.Count > Most) Releases.Clear();
        if (Tracks.Count > Most) Tracks.Clear();
    }
}

/// <summary>What a list held before, less what the import has said again: the rest would be new.</summary>
internal sealed class ListState(int id, IReadOnlyCollection<int> tracks)
{
    private readonly Dictionary<int, int> notSaidAgain = tracks.GroupBy(track => track).ToDictionary(same => same.Key, same => same.Count());

    public int Id { get; } = id;

    public int Length { get; private set; } = tracks.Count;

    /// <summary>Whether the list held this track, once more than the import has named it.</summary>
    public bool SaysAgain(int track)
    {
        if (notSaidAgain.GetValueOrDefault(track) == 0) return false;
        notSaidAgain[track]--;
        return true;
    }

    public int Append() => Length++;
}
