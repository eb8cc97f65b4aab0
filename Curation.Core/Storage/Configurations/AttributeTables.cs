using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class AttributeTables : IEntityTypeConfiguration<CreatorAttribute>, IEntityTypeConfiguration<AttributeValue>
{
    public void Configure(EntityTypeBuilder<CreatorAttribute> builder)
    {
        builder.Property(attribute => attribute.Id).NumberedByStore();
        builder.Property(attribute => attribute.Subject).HasConversion<string>();
        builder.Property(attribute => attribute.Version).IsConcurrencyToken();
        builder.HasIndex(attribute => attribute.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AttributeValue> builder)
    {
        builder.HasIndex(value => new { value.Attribute, value.Artist }).IsUnique();
        builder.HasIndex(value => new { value.Attribute, value.Track }).IsUnique();
        builder.HasOne<CreatorAttribute>().WithMany().HasForeignKey(value => value.Attribute).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Artist>().WithMany().HasForeignKey(value => value.Artist).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Track>().WithMany().HasForeignKey(value => value.Track).OnDelete(DeleteBehavior.Cascade);
    }
}
