using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Storage.Imports;
using Curation.Core.Storage.Plays;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class ListeningTables :
    IEntityTypeConfiguration<Listener>,
    IEntityTypeConfiguration<Play>,
    IEntityTypeConfiguration<PlayDelivery>,
    IEntityTypeConfiguration<Tally>,
    IEntityTypeConfiguration<EvidenceList>,
    IEntityTypeConfiguration<EvidenceEntry>,
    IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<Listener> builder)
    {
        builder.Property(listener => listener.Id).NumberedByStore();
        builder.HasIndex(listener => listener.Key).IsUnique();
    }

    /// <summary>Clustered by listener, so that one listener's history is one read and training is one scan.</summary>
    public void Configure(EntityTypeBuilder<Play> builder)
    {
        builder.HasKey(play => new { play.Listener, play.At, play.Track });
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<PlayDelivery> builder)
    {
        builder.HasKey(delivery => new { delivery.Client, delivery.Key });
        builder.HasIndex(delivery => delivery.At);
    }

    public void Configure(EntityTypeBuilder<Tally> builder)
    {
        builder.HasKey(tally => new { tally.Listener, tally.Track });
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<EvidenceList> builder)
    {
        builder.Property(list => list.Id).NumberedByStore();
        builder.HasIndex(list => list.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EvidenceEntry> builder)
    {
        builder.HasKey(entry => new { entry.List, entry.Position });
        builder.HasOne<EvidenceList>().WithMany().HasForeignKey(entry => entry.List).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(entry => entry.Track).OnDelete(DeleteBehavior.Cascade);
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(batch => batch.Id).NumberedByStore();
        builder.HasIndex(batch => batch.Sha256);
    }
}
