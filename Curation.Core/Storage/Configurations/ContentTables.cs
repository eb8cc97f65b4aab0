using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class ContentTables :
    IEntityTypeConfiguration<ContentRulesVersion>,
    IEntityTypeConfiguration<ContentCase>,
    IEntityTypeConfiguration<ContentDecision>,
    IEntityTypeConfiguration<Appeal>,
    IEntityTypeConfiguration<OutsideReport>
{
    public void Configure(EntityTypeBuilder<ContentRulesVersion> builder)
    {
        builder.HasKey(version => version.Number);
        builder.Property(version => version.Number).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ContentCase> builder)
    {
        builder.Property(row => row.Origin).HasConversion<string>();
        builder.Property(row => row.State).HasConversion<string>();
        builder.Property(row => row.Level).HasConversion<string>();
        builder.Property(row => row.Measure).HasConversion<string>();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Ignore(row => row.HasSubject);
        builder.HasIndex(row => new { row.State, row.OpenedAt });
        builder.HasIndex(row => new { row.Playlist, row.Key });
        builder.HasIndex(row => row.Track);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(row => row.Playlist).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Track>().WithMany().HasForeignKey(row => row.Track).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ContentDecision> builder)
    {
        builder.Property(row => row.Measure).HasConversion<string>();
        builder.HasIndex(row => row.Case);
        builder.HasIndex(row => row.Appeal).IsUnique();
        builder.HasOne<ContentCase>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appeal>().WithMany().HasForeignKey(row => row.Appeal).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.Property(row => row.Side).HasConversion<string>();
        builder.Property(row => row.State).HasConversion<string>();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Case, row.Side }).IsUnique();
        builder.HasOne<ContentCase>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OutsideReport> builder)
    {
        builder.Property(row => row.Ground).HasConversion<string>();
        builder.HasIndex(row => row.Reference).IsUnique();
        builder.HasIndex(row => row.Case);
        builder.HasIndex(row => new { row.Program, row.DeliveryKey }).IsUnique();
        builder.HasOne<ContentCase>().WithMany().HasForeignKey(row => row.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
