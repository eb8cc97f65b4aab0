using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class SteeringTables : IEntityTypeConfiguration<Steer>, IEntityTypeConfiguration<PlaylistShares>
{
    public void Configure(EntityTypeBuilder<Steer> builder)
    {
        builder.HasIndex(steer => new { steer.Playlist, steer.MoreLike }).IsUnique();
        builder.HasIndex(steer => new { steer.Playlist, steer.LessOf }).IsUnique();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(steer => steer.Playlist).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(steer => steer.MoreLike).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Artist>().WithMany().HasForeignKey(steer => steer.LessOf).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlaylistShares> builder)
    {
        builder.HasKey(row => row.Playlist);
        builder.Property(row => row.Playlist).ValueGeneratedNever();
        builder.ComplexProperty(row => row.Shares);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(row => row.Playlist).OnDelete(DeleteBehavior.Cascade);
    }
}
