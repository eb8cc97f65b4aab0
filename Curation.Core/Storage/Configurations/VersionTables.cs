using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Storage.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class VersionTables : IEntityTypeConfiguration<VersionVerdict>, IEntityTypeConfiguration<WideEdit>, IEntityTypeConfiguration<TrackBlock>
{
    public void Configure(EntityTypeBuilder<VersionVerdict> builder)
    {
        builder.Property(verdict => verdict.Says).HasConversion<string>();
        builder.HasIndex(verdict => new { verdict.One, verdict.Other }).HasDatabaseName("IX_VersionVerdicts_OneHolds").IsUnique().HasFilter("\"TakenBackAt\" IS NULL AND \"One\" <> \"Other\"");
        builder.HasIndex(verdict => verdict.Act);
        builder.HasOne<Track>().WithMany().HasForeignKey(verdict => verdict.One).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(verdict => verdict.Other).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WideEdit> builder)
    {
        builder.Property(edit => edit.Kind).HasConversion<string>();
        builder.Ignore(edit => edit.Places);
    }

    /// <summary>Two takedowns may block one track; taking one back leaves the other.</summary>
    public void Configure(EntityTypeBuilder<TrackBlock> builder)
    {
        builder.HasKey(block => new { block.Track, block.WideEdit });
        builder.HasOne<WideEdit>().WithMany().HasForeignKey(block => block.WideEdit).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(block => block.Track).OnDelete(DeleteBehavior.Cascade);
    }
}
