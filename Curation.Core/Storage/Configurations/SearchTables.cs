using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class SearchTables : IEntityTypeConfiguration<SavedSearch>, IEntityTypeConfiguration<PoolNote>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("SavedSearches");
        builder.HasIndex(search => search.Owner);
        builder.HasIndex(search => new { search.Owner, search.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PoolNote> builder)
    {
        builder.ToTable("PoolNotes");
        builder.HasKey(row => new { row.Playlist, row.Track });
        builder.HasIndex(row => row.Track);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(row => row.Playlist).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(row => row.Track).OnDelete(DeleteBehavior.Cascade);
        builder.WithoutRowId();
    }
}
