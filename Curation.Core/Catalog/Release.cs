namespace Curation.Core.Catalog;

/// <summary>An album, single or compilation, by the artist it is credited to.</summary>
public sealed class Release
{
    private Release()
    {
    }

    /// <summary>A release by title and main artist.</summary>
    public Release(string title, ArtistId artist)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Title = title;
        Artist = artist;
        Key = ArtistKey.Fold(title);
    }

    /// <summary>Identity in this store.</summary>
    public ReleaseId Id { get; private set; }

    /// <summary>The title as given.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The main artist.</summary>
    public ArtistId Artist { get; private set; }

    /// <summary>The folded title; unique together with the artist.</summary>
    public string Key { get; private set; } = "";
}
