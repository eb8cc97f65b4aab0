using Curation.Core.Catalog;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class CatalogTables :
    IEntityTypeConfiguration<Track>,
    IEntityTypeConfiguration<Artist>,
    IEntityTypeConfiguration<Release>,
    IEntityTypeConfiguration<Genre>,
    IEntityTypeConfiguration<TrackGenre>,
    IEntityTypeConfiguration<TrackTag>
{
    public void Configure(EntityTypeBuilder<Track> builder)
    {
        builder.Property(track => track.Id).NumberedByStore();
        builder.HasIndex(track => track.Key).IsUnique();
        builder.ComplexProperty(track => track.Features);
        builder.HasOne<Release>().WithMany().HasForeignKey(track => track.Release).OnDelete(DeleteBehavior.SetNull);
        builder.OwnsMany(track => track.Credits, credit =>
        {
            credit.ToTable("TrackCredits");
            credit.WithOwner().HasForeignKey("Track");
            credit.HasKey("Track", nameof(Credit.Position));
            credit.Property(line => line.Position).ValueGeneratedNever();
            credit.HasOne<Artist>().WithMany().HasForeignKey(line => line.Artist).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Navigation(track => track.Credits).AutoInclude(false).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Artist> builder)
    {
        builder.Property(artist => artist.Id).NumberedByStore();
        builder.HasIndex(artist => artist.Key).IsUnique();
        builder.HasIndex(artist => artist.Mbid);
    }

    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.Property(release => release.Id).NumberedByStore();
        builder.HasIndex(release => new { release.Artist, release.Key }).IsUnique();
        builder.HasOne<Artist>().WithMany().HasForeignKey(release => release.Artist).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Genre> builder)
    {
        builder.Property(genre => genre.Id).NumberedByStore();
        builder.HasIndex(genre => genre.Key).IsUnique();
        builder.Property(genre => genre.Version).IsConcurrencyToken();
        builder.Ignore(genre => genre.SeedTracks).Ignore(genre => genre.SeedArtists).Ignore(genre => genre.SeedTags);
        builder.Property<List<TrackId>>("seedTracks").HasColumnName("SeedTracks").HasConversion(JsonLists.Of<TrackId>(id => id.Value, value => new TrackId(value)), JsonLists.Comparer<TrackId>());
        builder.Property<List<ArtistId>>("seedArtists").HasColumnName("SeedArtists").HasConversion(JsonLists.Of<ArtistId>(id => id.Value, value => new ArtistId(value)), JsonLists.Comparer<ArtistId>());
        builder.Property<List<string>>("seedTags").HasColumnName("SeedTags").HasConversion(JsonLists.OfText(), JsonLists.Comparer<string>());
    }

    public void Configure(EntityTypeBuilder<TrackGenre> builder)
    {
        builder.HasKey(row => new { row.Track, row.Genre });
        builder.HasIndex(row => row.Genre);
        builder.HasOne<Track>().WithMany().HasForeignKey(row => row.Track).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Genre>().WithMany().HasForeignKey(row => row.Genre).OnDelete(DeleteBehavior.Restrict);
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<TrackTag> builder)
    {
        builder.HasKey(row => new { row.Track, row.Tag });
        builder.HasIndex(row => row.Tag);
        builder.HasOne<Track>().WithMany().HasForeignKey(row => row.Track).OnDelete(DeleteBehavior.Cascade);
        builder.WithoutRowId();
    }
}
