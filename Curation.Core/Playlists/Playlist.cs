using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A playlist: its name in addresses, its newest revision and the token that keeps two editors from overwriting each other.</summary>
public sealed class Playlist
{
    private Playlist()
    {
    }

    /// <summary>A playlist under a slug that is unique in the store.</summary>
    public Playlist(string slug, PersonId by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        Slug = slug;
        CreatedBy = by;
        Owner = by;
        CreatedAt = at;
    }

    /// <summary>Identity in this store.</summary>
    public PlaylistId Id { get; private set; }

    /// <summary>The name in addresses; it stays when the title changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The newest title, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The newest statement of the need, for lists.</summary>
    public string Need { get; private set; } = "";

    /// <summary>The newest seed, so that "which drafts start from this genre" is one look.</summary>
    public GenreId? Seed { get; private set; }

    /// <summary>Who made it.</summary>
    public PersonId CreatedBy { get; private set; }

    /// <summary>Who decides about it; at first who made it.</summary>
    public PersonId Owner { get; private set; }

    /// <summary>Who may edit it directly.</summary>
    public Openness Openness { get; private set; }

    /// <summary>The playlist that this one tries something out for; null where it is none's branch.</summary>
    public PlaylistId? Origin { get; private set; }

    /// <summary>The revision of <see cref="Origin"/> that it began from.</summary>
    public RevisionId? OriginRevision { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When its newest revision was last saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Number of tracks in the newest pool.</summary>
    public int PoolSize { get; private set; }

    /// <summary>The newest revision.</summary>
    public RevisionId? Head { get; private set; }

    /// <summary>Number of the newest revision.</summary>
    public int HeadNumber { get; private set; }

    /// <summary>The edition that listeners get now; 0 where there is none.</summary>
    public int LiveEdition { get; private set; }

    /// <summary>Out of the way; listed only where asked for.</summary>
    public bool Archived { get; private set; }

    /// <summary>Concurrency token, raised by every saved edit.</summary>
    public int Version { get; private set; }

    /// <summary>Points at the newest revision after a save.</summary>
    public void Saved(Revision revision)
    {
        Head = revision.Id;
        HeadNumber = revision.Number;
        Title = revision.Draft.Title;
        Need = revision.Draft.Need;
        Seed = revision.Draft.Seed;
        PoolSize = revision.Draft.Pool.Length;
        SavedAt = revision.SavedAt;
        Version++;
    }

    /// <summary>Switches listeners to an edition, or to none with 0.</summary>
    public void Serve(int edition)
    {
        LiveEdition = edition;
        Version++;
    }

    /// <summary>Hands the playlist over, or opens it to other editors.</summary>
    public void Belongs(PersonId owner, Openness openness)
    {
        Owner = owner;
        Openness = openness;
        Version++;
    }

    /// <summary>Makes it a branch that began from a revision of another playlist.</summary>
    public void BranchOf(PlaylistId origin, RevisionId revision)
    {
        Origin = origin;
        OriginRevision = revision;
    }

    /// <summary>Puts the playlist out of the way, or back.</summary>
    public void Archive(bool archived)
    {
        Archived = archived;
        Version++;
    }
}

/// <summary>Who may edit a playlist directly.</summary>
public enum Openness
{
    /// <summary>Every editor.</summary>
    EveryEditor,

    /// <summary>Only its owner; the others suggest.</summary>
    OthersSuggest,
}

/// <summary>A person who wrote something in a playlist, or owned it before somebody else did, and therefore never approves it.</summary>
public sealed record PlaylistAuthor(PlaylistId Playlist, PersonId Person);

/// <summary>A track stands in the newest pool of a playlist; kept so that "which playlists hold this" is one look.</summary>
public sealed record PoolTrack(PlaylistId Playlist, TrackId Track);
