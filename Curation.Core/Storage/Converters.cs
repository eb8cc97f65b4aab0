using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Curation.Core.Storage;

/// <summary>How the types of the domain stand in columns; registered once for the whole model.</summary>
internal static class Converters
{
    public static void Register(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<TrackId>().HaveConversion<TrackIds>();
        conventions.Properties<ArtistId>().HaveConversion<ArtistIds>();
        conventions.Properties<ReleaseId>().HaveConversion<ReleaseIds>();
        conventions.Properties<GenreId>().HaveConversion<GenreIds>();
        conventions.Properties<AttributeId>().HaveConversion<AttributeIds>();
        conventions.Properties<ListenerId>().HaveConversion<ListenerIds>();
        conventions.Properties<BatchId>().HaveConversion<BatchIds>();
        conventions.Properties<EvidenceListId>().HaveConversion<EvidenceListIds>();
        conventions.Properties<PlaylistId>().HaveConversion<PlaylistIds>();
        conventions.Properties<RevisionId>().HaveConversion<RevisionIds>();
        conventions.Properties<PersonId>().HaveConversion<PersonIds>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        conventions.Properties<MusicalKey>().HaveConversion<MusicalKeys>();
    }

    internal sealed class TrackIds() : ValueConverter<TrackId, int>(id => id.Value, value => new TrackId(value));

    internal sealed class ArtistIds() : ValueConverter<ArtistId, int>(id => id.Value, value => new ArtistId(value));

    internal sealed class ReleaseIds() : ValueConverter<ReleaseId, int>(id => id.Value, value => new ReleaseId(value));

    internal sealed class GenreIds() : ValueConverter<GenreId, int>(id => id.Value, value => new GenreId(value));

    internal sealed class AttributeIds() : ValueConverter<AttributeId, int>(id => id.Value, value => new AttributeId(value));

    internal sealed class ListenerIds() : ValueConverter<ListenerId, int>(id => id.Value, value => new ListenerId(value));

    internal sealed class BatchIds() : ValueConverter<BatchId, int>(id => id.Value, value => new BatchId(value));

    internal sealed class EvidenceListIds() : ValueConverter<EvidenceListId, int>(id => id.Value, value => new EvidenceListId(value));

    internal sealed class PlaylistIds() : ValueConverter<PlaylistId, int>(id => id.Value, value => new PlaylistId(value));

    internal sealed class RevisionIds() : ValueConverter<RevisionId, int>(id => id.Value, value => new RevisionId(value));

    internal sealed class PersonIds() : ValueConverter<PersonId, string>(id => id.Value, value => new PersonId(value));

    internal sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));

    internal sealed class MusicalKeys() : ValueConverter<MusicalKey, string>(key => key.ToString(), text => Parse(text))
    {
        private static MusicalKey Parse(string text) =>
            MusicalKey.TryParse(text, out var key) ? key : throw new FormatException($"\"{text}\" is not a key on the Camelot wheel.");
    }
}
