using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A search that a person keeps under a name, for themselves or for everyone.</summary>
public sealed class SavedSearch
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>Longest address, in characters.</summary>
    public const int LongestQuery = 4_000;

    private SavedSearch()
    {
    }

    /// <summary>A search by the part of its address behind the question mark.</summary>
    public SavedSearch(PersonId owner, string name, string query, DateTimeOffset at)
    {
        if (query.Length > LongestQuery) throw new RefusedException("This search has too many parts to be saved; nothing was saved. Take some away.");
        Owner = owner;
        Query = query;
        SavedAt = at;
        Rename(name);
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>Who saved it.</summary>
    public PersonId Owner { get; private set; }

    /// <summary>What they call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The part of its address behind the question mark.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether everyone sees it.</summary>
    public bool Shared { get; private set; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Gives it another name.</summary>
    public void Rename(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > LongestName) throw new RefusedException($"A saved search has a name of 1 to {LongestName} characters; nothing was saved.");
        Name = trimmed;
    }

    /// <summary>Shows it to everyone, or to its owner alone.</summary>
    public void Share(bool shared) => Shared = shared;
}

/// <summary>The note of an entry of a newest pool; kept so that search finds notes without reading pools.</summary>
public sealed record PoolNote(PlaylistId Playlist, TrackId Track, string Note);
