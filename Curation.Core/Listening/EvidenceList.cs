using Curation.Core.Catalog;

namespace Curation.Core.Listening;

/// <summary>A list that somebody else made, such as a radio programme on one day: a row of evidence beside the listeners.</summary>
public sealed class EvidenceList
{
    private EvidenceList()
    {
    }

    /// <summary>A list by the key under which imports find it again.</summary>
    public EvidenceList(string key, string name, DateOnly? on, BatchId batch)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Key = key;
        Name = name;
        On = on;
        Batch = batch;
    }

    /// <summary>Identity in this store.</summary>
    public EvidenceListId Id { get; private set; }

    /// <summary>Unique key, for instance "programme:mornings␟2012-02-06".</summary>
    public string Key { get; private set; } = "";

    /// <summary>Name as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The day it was heard or made, where known.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>The import that brought it.</summary>
    public BatchId Batch { get; private set; }
}

/// <summary>A track of an evidence list, at a position from 0.</summary>
public sealed record EvidenceEntry(EvidenceListId List, int Position, TrackId Track);
