using Curation.Core.Auditing.Trail;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage.Jobs;
using Curation.Core.Storage.Models;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class DeskTables :
    IEntityTypeConfiguration<Edition>,
    IEntityTypeConfiguration<EditionList>,
    IEntityTypeConfiguration<ModelRecord>,
    IEntityTypeConfiguration<Job>,
    IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.Property(edition => edition.State).HasConversion<string>();
        builder.Property(edition => edition.Version).IsConcurrencyToken();
        builder.HasIndex(edition => new { edition.Playlist, edition.Number }).IsUnique();
        builder.HasIndex(edition => edition.Playlist).HasDatabaseName("IX_Editions_OneLive").IsUnique().HasFilter("\"State\" = 'Live'");
        builder.HasIndex(edition => edition.Submission).IsUnique();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(edition => edition.Playlist).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Submission>().WithMany().HasForeignKey(edition => edition.Submission).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Revision>().WithMany().HasForeignKey(edition => edition.Revision).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EditionList> builder)
    {
        builder.HasKey(list => new { list.Edition, list.Listener });
        builder.HasOne<Edition>().WithMany().HasForeignKey(list => list.Edition).OnDelete(DeleteBehavior.Cascade);
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<ModelRecord> builder)
    {
        builder.HasIndex(model => model.Hash).IsUnique();
        builder.HasIndex(model => model.Active).HasDatabaseName("IX_Models_OneActive").IsUnique().HasFilter("\"Active\" = 1");
    }

    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(job => job.State).HasConversion<string>();
        builder.HasIndex(job => job.State);
        builder.HasIndex(job => new { job.Kind, job.Id });
        builder.HasIndex(job => job.Key).HasDatabaseName("IX_Jobs_OneUnfinished").IsUnique().HasFilter("\"Key\" IS NOT NULL AND \"State\" IN ('Queued', 'Running')");
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.HasIndex(entry => entry.Subject);
        builder.HasIndex(entry => entry.By);
        builder.HasIndex(entry => entry.Action);
    }
}
