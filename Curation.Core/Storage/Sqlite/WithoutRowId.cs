using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Curation.Core.Storage.Sqlite;

/// <summary>The wish of a table to be clustered by its primary key; a provider that cannot ignores it.</summary>
internal static class Clustering
{
    public const string Annotation = "Curation:WithoutRowId";

    public static void WithoutRowId<T>(this EntityTypeBuilder<T> builder)
        where T : class => builder.HasAnnotation(Annotation, true);
}

/// <summary>Grants <see cref="Clustering"/> on SQLite, where it halves what a play costs on disk.</summary>
internal sealed class ClusteringSqlGenerator(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        var wished = model?.GetEntityTypes().Any(type => type.GetTableName() == operation.Name && type.FindAnnotation(Clustering.Annotation) is not null) ?? false;
        base.Generate(operation, model, builder, terminate && !wished);
        if (!wished) return;
        builder.Append(" WITHOUT ROWID");
        if (!terminate) return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
