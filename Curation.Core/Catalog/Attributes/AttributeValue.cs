namespace Curation.Core.Catalog.Attributes;

/// <summary>What a named source states of one artist or one track.</summary>
public sealed class AttributeValue
{
    /// <summary>The longest value.</summary>
    public const int Longest = 60;

    /// <summary>The longest name of a source.</summary>
    public const int LongestSource = 200;

    private AttributeValue()
    {
    }

    /// <summary>A value of an artist.</summary>
    public AttributeValue(AttributeId attribute, ArtistId artist, string value, string source)
    {
        (Attribute, Artist) = (attribute, artist);
        State(value, source);
    }

    /// <summary>A value of a track.</summary>
    public AttributeValue(AttributeId attribute, TrackId track, string value, string source)
    {
        (Attribute, Track) = (attribute, track);
        State(value, source);
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The attribute.</summary>
    public AttributeId Attribute { get; private set; }

    /// <summary>The artist; null where it is of a track.</summary>
    public ArtistId? Artist { get; private set; }

    /// <summary>The track; null where it is of an artist.</summary>
    public TrackId? Track { get; private set; }

    /// <summary>The value, such as "independent".</summary>
    public string Value { get; private set; } = "";

    /// <summary>Who states it, such as "Label register 2026-04".</summary>
    public string Source { get; private set; } = "";

    /// <summary>Replaces value and source.</summary>
    public void State(string value, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        (Value, Source) = (value.Trim(), source.Trim());
    }
}
