using System.Text.Json;
using Curation.Core.Playlists;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class ClockTables : IEntityTypeConfiguration<ClockTemplate>
{
    public void Configure(EntityTypeBuilder<ClockTemplate> builder)
    {
        builder.Property(template => template.Id).NumberedByStore();
        builder.HasIndex(template => template.Name).IsUnique();
        builder.Property(template => template.Version).IsConcurrencyToken();
        builder.Property(template => template.Clock).HasConversion(
            clock => JsonSerializer.Serialize(clock, DraftJson.Options),
            json => JsonSerializer.Deserialize<Clock>(json, DraftJson.Options)!,
            new ValueComparer<Clock>((one, other) => Equals(one, other), clock => clock.GetHashCode(), clock => clock));
    }
}
