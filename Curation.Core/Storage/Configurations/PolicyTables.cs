using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Auditing.Reviewing;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Configurations;

internal sealed class PolicyTables :
    IEntityTypeConfiguration<PolicyVersion>,
    IEntityTypeConfiguration<Waiver>,
    IEntityTypeConfiguration<ReviewClaim>,
    IEntityTypeConfiguration<Endorsement>,
    IEntityTypeConfiguration<ReviewCheck>,
    IEntityTypeConfiguration<LinkedAccount>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.HasKey(version => version.Number);
        builder.Property(version => version.Number).ValueGeneratedNever();

        // A version never changes, so the same object is the same rules.
        builder.Property(version => version.Rules).HasConversion(
            rules => PolicyJson.Write(rules!),
            text => PolicyJson.Read(text),
            new ValueComparer<PolicyRules?>((one, other) => ReferenceEquals(one, other), rules => 0, rules => rules));
    }

    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.Property(waiver => waiver.Key).HasConversion(key => key.ToString(), text => MeasureKey.Parse(text));
        builder.Property(waiver => waiver.Side).HasConversion<string>();
        builder.Property(waiver => waiver.Level).HasConversion<string>();
        builder.HasIndex(waiver => waiver.Playlist);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(waiver => waiver.Playlist).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewClaim> builder)
    {
        builder.HasKey(claim => claim.Submission);
        builder.Property(claim => claim.Submission).ValueGeneratedNever();
        builder.Property(claim => claim.Until).IsConcurrencyToken();
        builder.HasOne<Submission>().WithMany().HasForeignKey(claim => claim.Submission).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.HasIndex(endorsement => endorsement.Submission);
        builder.HasOne<Submission>().WithMany().HasForeignKey(endorsement => endorsement.Submission).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReviewCheck> builder)
    {
        builder.HasKey(check => new { check.Submission, check.By, check.Line });
        builder.HasOne<Submission>().WithMany().HasForeignKey(check => check.Submission).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LinkedAccount> builder)
    {
        builder.HasKey(linked => linked.Account);
        builder.HasIndex(linked => linked.Human);
    }
}
