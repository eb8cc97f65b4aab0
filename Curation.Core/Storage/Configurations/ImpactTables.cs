using System.Collections.Immutable;
using System.Text.Json;
using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Auditing.Research;
using Curation.Core.Playlists;
using Curation.Core.Publishing;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class ImpactTables :
    IEntityTypeConfiguration<ImpactVersion>,
    IEntityTypeConfiguration<ImpactAnswer>,
    IEntityTypeConfiguration<ImpactAuthor>,
    IEntityTypeConfiguration<ImpactSignature>,
    IEntityTypeConfiguration<AdviserShare>,
    IEntityTypeConfiguration<Advice>,
    IEntityTypeConfiguration<ResearchRelease>
{
    public void Configure(EntityTypeBuilder<ImpactVersion> builder)
    {
        builder.Property(version => version.Id).NumberedByStore();
        builder.Ignore(version => version.Scope);
        builder.Property(version => version.State).HasConversion<string>();
        builder.Property(version => version.Version).IsConcurrencyToken();
        builder.HasIndex(version => new { version.Playlist, version.Number }).IsUnique();
        builder.HasOne<Playlist>().WithMany().HasForeignKey(version => version.Playlist).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImpactAnswer> builder)
    {
        builder.HasKey(answer => new { answer.Version, answer.Question });
        builder.Property(answer => answer.Saves).IsConcurrencyToken();
        builder.Property(answer => answer.Choices).HasConversion(
            keys => JsonSerializer.Serialize(keys, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<ImmutableArray<string>>(text, JsonSerializerOptions.Default),
            new ValueComparer<ImmutableArray<string>>((one, other) => one.SequenceEqual(other), keys => keys.Length, keys => keys));
        builder.Property(answer => answer.Evidence).HasConversion(
            evidence => Write(evidence),
            text => Read(text),
            new ValueComparer<ImmutableArray<Evidence>>((one, other) => one.SequenceEqual(other), evidence => evidence.Length, evidence => evidence));
        builder.HasOne<ImpactVersion>().WithMany().HasForeignKey(answer => answer.Version).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImpactAuthor> builder)
    {
        builder.HasKey(author => new { author.Version, author.Person });
        builder.HasOne<ImpactVersion>().WithMany().HasForeignKey(author => author.Version).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImpactSignature> builder)
    {
        builder.HasKey(signature => new { signature.Version, signature.Person });
        builder.Property(signature => signature.Role).HasConversion<string>();
        builder.HasOne<ImpactVersion>().WithMany().HasForeignKey(signature => signature.Version).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AdviserShare> builder)
    {
        builder.Property(share => share.Id).NumberedByStore();
        builder.HasIndex(share => share.Adviser);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(share => share.Assessment).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImpactVersion>().WithMany().HasForeignKey(share => share.Impact).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Advice> builder)
    {
        builder.Property(advice => advice.Id).NumberedByStore();
        builder.Ignore(advice => advice.State);
        builder.Property(advice => advice.Response).HasConversion<string>();
        builder.Property(advice => advice.Version).IsConcurrencyToken();
        builder.HasIndex(advice => advice.Share);
        builder.HasOne<AdviserShare>().WithMany().HasForeignKey(advice => advice.Share).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ResearchRelease> builder)
    {
        builder.Property(release => release.Id).NumberedByStore();
        builder.HasOne<Edition>().WithMany().HasForeignKey(release => release.Edition).OnDelete(DeleteBehavior.Restrict);
    }

    private static string Write(ImmutableArray<Evidence> evidence) =>
        JsonSerializer.Serialize(evidence.Select(one => new Row(one.Key.ToString(), one.Assessment, one.Value, one.At.ToUnixTimeMilliseconds())));

    private static ImmutableArray<Evidence> Read(string text) =>
        [.. (JsonSerializer.Deserialize<Row[]>(text) ?? []).Select(row => new Evidence(MeasureKey.Parse(row.Key), row.Assessment, row.Value, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))];

    private sealed record Row(string Key, int Assessment, double? Value, long At);
}
