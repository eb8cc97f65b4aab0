using Curation.Core.Catalog;

namespace Curation.Tests.Catalog.Versions;

/// <summary>Tracks as short as a test can say them.</summary>
internal static class Tracks
{
    public static TrackFacts Of(int id, string title, int artist = 1, int? ms = 200_000, string? isrc = null, Guid? mbid = null, int? release = null, AudioFeatures features = default) =>
        new(new TrackId(id), title, $"Artist {artist}", [new ArtistId(artist)], [], null, ms, false, isrc, mbid, features) { Release = release is { } number ? new ReleaseId(number) : null };
}
