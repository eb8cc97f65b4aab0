using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Curation.Tests.Fixtures;

/// <summary>Lets go of one store's idle connections. Tests run beside each other, so nobody may close everybody's.</summary>
internal static class Pools
{
    public static void Close(DataDirectory data)
    {
        using var any = new SqliteConnection(SqliteStore.ConnectionString(data.Store));
        SqliteConnection.ClearPool(any);
    }
}
