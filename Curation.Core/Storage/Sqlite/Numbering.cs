using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Curation.Core.Storage.Sqlite;

/// <summary>The wish that the store numbers new rows itself and never gives a number twice.</summary>
internal static class Numbering
{
    public static PropertyBuilder<TId> NumberedByStore<TId>(this PropertyBuilder<TId> id) => id.ValueGeneratedOnAdd().UseAutoincrement();
}
