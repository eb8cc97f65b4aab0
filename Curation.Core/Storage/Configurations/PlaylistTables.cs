using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class PlaylistTables :
    IEntityTypeConfiguration<Playlist>,
    IEntityTypeConfiguration<Revision>,
    IEntityTypeConfiguration<PlaylistAuthor>,
    IEntityTypeConfiguration<PoolTrack>,
    IEntityTypeConfiguration<Refusal>,
    IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Playlist> builder)
    {
        builder.Property(playlist => playlist.Id).NumberedByStore();
        builder.HasIndex(playlist => playlist.Slug).IsUnique();
        builder.HasIndex(playlist => playlist.Seed);
        builder.HasIndex(playlist => playlist.Origin);
        builder.Property(playlist => playlist.Openness).HasConversion<string>();
        builder.Property(playlist => playlist.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.Property(revision => revision.Id).NumberedByStore();
        builder.HasIndex(revision => new { revision.Playlist, revision.Number }).IsUnique();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(revision => revision.Playlist).OnDelete(DeleteBehavior.Restrict);
        builder.Property(revision => revision.Draft).HasConversion(
            draft => DraftJson.Write(draft),
            json => DraftJson.Read(json),
            new ValueComparer<Draft>((one, other) => Equals(one, other), draft => draft.GetHashCode(), draft => draft));
    }

    public void Configure(EntityTypeBuilder<PlaylistAuthor> builder)
    {
        builder.HasKey(author => new { author.Playlist, author.Person });
        builder.HasOne<Playlist>().WithMany().HasForeignKey(author => author.Playlist).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PoolTrack> builder)
    {
        builder.HasKey(row => new { row.Playlist, row.Track });
        builder.HasIndex(row => row.Track);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(row => row.Playlist).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(row => row.Track).OnDelete(DeleteBehavior.Restrict);
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<Refusal> builder)
    {
        builder.HasIndex(refusal => refusal.Playlist);
        builder.HasOne<Track>().WithMany().HasForeignKey(refusal => refusal.Track).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(refusal => refusal.Genre);
    }

    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.Property(submission => submission.State).HasConversion<string>();
        builder.Property(submission => submission.Version).IsConcurrencyToken();
        builder.HasIndex(submission => new { submission.Playlist, submission.Id });
        builder.HasIndex(submission => submission.Playlist).HasDatabaseName("IX_Submissions_OneWaiting").IsUnique().HasFilter("\"State\" = 'Waiting'");
        builder.HasOne<Playlist>().WithMany().HasForeignKey(submission => submission.Playlist).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Revision>().WithMany().HasForeignKey(submission => submission.Revision).OnDelete(DeleteBehavior.Restrict);
    }
}
