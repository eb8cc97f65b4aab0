using System.Collections.Immutable;
using System.Text.Json;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Playlists;
using Curation.Core.Storage.Assessing;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class AssessmentTables : IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<AssessmentTrack>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.HasIndex(assessment => new { assessment.Revision, assessment.Id });
        builder.HasIndex(assessment => assessment.Playlist);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(assessment => assessment.Playlist).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Revision>().WithMany().HasForeignKey(assessment => assessment.Revision).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(assessment => assessment.IsFull);
        builder.Ignore(assessment => assessment.Origin);
        builder.Property(assessment => assessment.Figures).HasConversion(
            figures => Write(figures),
            text => Read(text),
            new ValueComparer<ImmutableArray<Figure>>((one, other) => one.SequenceEqual(other), figures => figures.Length, figures => figures));
    }

    public void Configure(EntityTypeBuilder<AssessmentTrack> builder)
    {
        builder.ToTable("AssessmentTracks");
        builder.HasKey(row => new { row.Assessment, row.Track });
        builder.HasOne<Assessment>().WithMany().HasForeignKey(row => row.Assessment).OnDelete(DeleteBehavior.Restrict);
        builder.WithoutRowId();
    }

    private static string Write(ImmutableArray<Figure> figures) =>
        JsonSerializer.Serialize(figures.Select(figure => new Row(figure.Key.ToString(), figure.Value, figure.Low, figure.High, figure.Count, figure.Baseline)));

    private static ImmutableArray<Figure> Read(string text) =>
        [.. (JsonSerializer.Deserialize<Row[]>(text) ?? []).Select(row => new Figure(MeasureKey.Parse(row.Key), row.Value, row.Low, row.High, row.Count, row.Baseline))];

    private sealed record Row(string Key, double? Value, double? Low, double? High, int Count, double? Baseline);
}
