using System.Text.Json;
using Curation.Core.Playlists;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Curation.Core.Storage.Configurations;

internal sealed class TogetherTables :
    IEntityTypeConfiguration<EditRecord>,
    IEntityTypeConfiguration<FieldAuthor>,
    IEntityTypeConfiguration<Comment>,
    IEntityTypeConfiguration<CommentMention>,
    IEntityTypeConfiguration<Proposal>,
    IEntityTypeConfiguration<ProposedEdit>,
    IEntityTypeConfiguration<RevisionLabel>
{
    public void Configure(EntityTypeBuilder<EditRecord> builder)
    {
        builder.Property(record => record.Edit).HasConversion(Json, Written);
        builder.HasIndex(record => new { record.Playlist, record.Version });
        builder.HasOne<Playlist>().WithMany().HasForeignKey(record => record.Playlist).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FieldAuthor> builder)
    {
        builder.HasKey(row => new { row.Playlist, row.Track, row.Field });
        builder.HasOne<Playlist>().WithMany().HasForeignKey(row => row.Playlist).OnDelete(DeleteBehavior.Cascade);
        builder.WithoutRowId();
    }

    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.Property(comment => comment.Id).NumberedByStore();
        builder.HasIndex(comment => comment.Playlist);
        builder.HasOne<Playlist>().WithMany().HasForeignKey(comment => comment.Playlist).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Comment>().WithMany().HasForeignKey(comment => comment.Thread).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CommentMention> builder)
    {
        builder.HasKey(row => new { row.Comment, row.Person });
        builder.HasIndex(row => row.Person);
        builder.HasOne<Comment>().WithMany().HasForeignKey(row => row.Comment).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.Property(proposal => proposal.Id).NumberedByStore();
        builder.Property(proposal => proposal.State).HasConversion<string>();
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.HasIndex(proposal => new { proposal.Playlist, proposal.State });
        builder.HasOne<Playlist>().WithMany().HasForeignKey(proposal => proposal.Playlist).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProposedEdit> builder)
    {
        builder.HasKey(edit => new { edit.Proposal, edit.Number });
        builder.Property(edit => edit.State).HasConversion<string>();
        builder.Property(edit => edit.Edit).HasConversion(Json, Written);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(edit => edit.Proposal).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RevisionLabel> builder)
    {
        builder.HasKey(label => label.Revision);
        builder.Property(label => label.Revision).ValueGeneratedNever();
        builder.HasOne<Revision>().WithMany().HasForeignKey(label => label.Revision).OnDelete(DeleteBehavior.Cascade);
    }

    private static ValueConverter<DraftEdit, string> Json { get; } = new(
        edit => JsonSerializer.Serialize(edit, DraftJson.Options),
        json => JsonSerializer.Deserialize<DraftEdit>(json, DraftJson.Options)!);

    /// <summary>An edit that was saved never changes, so the same object is the same edit.</summary>
    private static ValueComparer<DraftEdit> Written { get; } = new((one, other) => ReferenceEquals(one, other), edit => 0, edit => edit);
}
