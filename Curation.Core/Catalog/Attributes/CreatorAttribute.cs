using System.Globalization;

namespace Curation.Core.Catalog.Attributes;

/// <summary>Identifies an attribute that an admin defined.</summary>
public readonly record struct AttributeId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an attribute speaks of.</summary>
public enum AttributeSubject
{
    /// <summary>Artists; a track takes part in the values of all its artists.</summary>
    Artist,

    /// <summary>Single tracks.</summary>
    Track,
}

/// <summary>Something that an admin wants to tell artists or tracks apart by, such as "label type": its values come from named sources, and who has none is unknown.</summary>
public sealed class CreatorAttribute
{
    /// <summary>The longest name.</summary>
    public const int Longest = 60;

    private CreatorAttribute()
    {
    }

    /// <summary>An attribute without values.</summary>
    public CreatorAttribute(string name, AttributeSubject subject)
    {
        Subject = subject;
        Rename(name);
    }

    /// <summary>Identity in this store.</summary>
    public AttributeId Id { get; private set; }

    /// <summary>The name as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The folded name; unique.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Artists or tracks.</summary>
    public AttributeSubject Subject { get; private set; }

    /// <summary>Concurrency token, raised on every write.</summary>
    public int Version { get; private set; }

    /// <summary>Gives it another name.</summary>
    public void Rename(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name.Trim();
        Key = ArtistKey.Of(name);
        Version++;
    }

    /// <summary>Notes that its values are others now.</summary>
    public void Touch() => Version++;
}
