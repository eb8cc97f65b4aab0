using System.Collections.Frozen;

namespace Curation.Core.Catalog.Attributes;

/// <summary>The values of one attribute that an admin defined, read whole.</summary>
public sealed class AttributeTable
{
    private readonly FrozenDictionary<int, string> values;

    /// <summary>Values by the id of the artist or the track.</summary>
    public AttributeTable(string name, bool ofArtists, IEnumerable<KeyValuePair<int, string>> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        OfArtists = ofArtists;
        this.values = values.ToFrozenDictionary();
    }

    /// <summary>The attribute's name, such as "label type".</summary>
    public string Name { get; }

    /// <summary>Whether it speaks of artists; otherwise of tracks.</summary>
    public bool OfArtists { get; }

    /// <summary>Number of artists or tracks that have a value.</summary>
    public int Count => values.Count;

    /// <summary>The value of an artist or a track by its id; null where none is stated.</summary>
    public string? Find(int id) => values.GetValueOrDefault(id);
}
