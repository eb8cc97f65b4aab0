using Curation.Core.Catalog;
using Curation.Core.Importing;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Storage.Bulk;

/// <summary>How a row about an artist met the catalogue.</summary>
public enum ArtistJoin
{
    /// <summary>By the MusicBrainz identifier.</summary>
    ByMbid,

    /// <summary>By the exact folded name, which no other artist of the file has.</summary>
    ByName,

    /// <summary>Not: the name stands for several artists.</summary>
    Ambiguous,

    /// <summary>Not: no artist of the catalogue has the identifier or the name.</summary>
    NotThere,
}

/// <summary>Records what a source states about artists that the catalogue has.</summary>
internal sealed class ArtistWriter(CurationDb db, string source)
{
    /// <summary>Joins a row to an artist and records its facts; says how they met, and whether anything was new.</summary>
    public (ArtistJoin Join, bool Learned) Write(ArtistRow row)
    {
        var artist = row.Mbid is { } mbid ? db.Artists.FirstOrDefault(known => known.Mbid == mbid) : null;
        if (artist is not null) return (ArtistJoin.ByMbid, State(artist, row, row.Mbid, source));
        if (row.NameIsShared) return (ArtistJoin.Ambiguous, false);
        var key = ArtistKey.Of(row.Name);
        artist = db.Artists.FirstOrDefault(known => known.Key == key);
        if (artist is null) return (ArtistJoin.NotThere, false);
        if (artist.Mbid is not null && row.Mbid is not null) return (ArtistJoin.Ambiguous, false);

        // A name is not an identity: the identifier of the row is not taken over, and the source says how it was joined.
        return (ArtistJoin.ByName, State(artist, row, null, source + ", by exact name"));
    }

    private bool State(Artist artist, ArtistRow row, Guid? mbid, string stated)
    {
        var before = (artist.Type, artist.Gender, artist.Country, artist.Mbid);
        artist.State(row.Type == ArtistType.Unknown ? artist.Type : row.Type, row.Gender == Gender.Unknown ? artist.Gender : row.Gender, row.Country, mbid, artist.GenderSource is { } known && row.Gender == Gender.Unknown ? known : stated);
        db.SaveChanges();
        db.ChangeTracker.Clear();
        return before != (artist.Type, artist.Gender, artist.Country, artist.Mbid);
    }
}
