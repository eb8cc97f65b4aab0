using System.Collections.Immutable;
using System.Text.Json;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class LaboratoryTables : IEntityTypeConfiguration<Experiment>
{
    public void Configure(EntityTypeBuilder<Experiment> builder)
    {
        builder.Ignore(experiment => experiment.IsDone);
        builder.HasIndex(experiment => experiment.Playlist);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(experiment => experiment.Playlist).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Revision>().WithMany().HasForeignKey(experiment => experiment.Revision).OnDelete(DeleteBehavior.Cascade);
        builder.Property(experiment => experiment.Options).HasConversion(options => JsonSerializer.Serialize(options, Experiment.Json), text => JsonSerializer.Deserialize<LoopOptions>(text, Experiment.Json)!);
        builder.Property(experiment => experiment.Recipes).HasConversion(recipes => Write(recipes), text => Read<TriedRecipe>(text), Whole<TriedRecipe>());
        builder.Property(experiment => experiment.Curves).HasConversion(curves => Write(curves), text => Read<LoopCurve>(text), Whole<LoopCurve>());
    }

    private static string Write<T>(ImmutableArray<T> items) => JsonSerializer.Serialize(items.AsEnumerable(), Experiment.Json);

    private static ImmutableArray<T> Read<T>(string text) => [.. JsonSerializer.Deserialize<T[]>(text, Experiment.Json) ?? []];

    private static ValueComparer<ImmutableArray<T>> Whole<T>() => new((one, other) => one == other, items => items.Length, items => items);
}
