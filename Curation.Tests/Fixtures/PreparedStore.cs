using System.Collections.Concurrent;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Curation.Tests.Fixtures;

/// <summary>Data directories that many tests start from: each is made once by the real parts, and every test gets a copy of its own.</summary>
internal static class PreparedStore
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);
    private static readonly Lazy<Task<string>> Migrated = new(Migrate);

    static PreparedStore() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var made in Made.Values.Append(Migrated).Where(made => made is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })) Directory.Delete(made.Value.Result, recursive: true);
    };

    /// <summary>Puts an empty store of the newest shape into a directory.</summary>
    public static async Task CopyEmpty(string directory) => Copy(await Migrated.Value, directory);

    /// <summary>A directory with what was made under a name, which the first who asks makes.</summary>
    public static Task<string> Of(string name, Func<TestDesk, Task> make) => Made.GetOrAdd(name, _ => new Lazy<Task<string>>(() => Make(make))).Value;

    /// <summary>The same, where more than a desk is needed to make it.</summary>
    public static Task<string> Of(string name, Func<DataDirectory, Task> make) => Made.GetOrAdd(name, _ => new Lazy<Task<string>>(() => Make(make))).Value;

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> Make(Func<TestDesk, Task> make)
    {
        var kept = Directory.CreateTempSubdirectory("curation-kept-").FullName;
        await using var desk = await TestDesk.Open();
        await make(desk);
        // With its last connection gone the store is one file.
        Pools.Close(desk.Data);
        Copy(desk.Data.Path, kept);
        return kept;
    }

    private static async Task<string> Make(Func<DataDirectory, Task> make)
    {
        var data = new DataDirectory(Directory.CreateTempSubdirectory("curation-kept-").FullName);
        await make(data);
        Pools.Close(data);
        return data.Path;
    }

    private static async Task<string> Migrate()
    {
        var directory = Directory.CreateTempSubdirectory("curation-kept-").FullName;
        var data = new DataDirectory(directory);
        await using var services = new ServiceCollection().AddLogging().AddDbContextFactory<CurationDb>(options => options.UseCurationSqlite(data.Store)).BuildServiceProvider();
        await StoreUpgrade.ToCurrent(services.GetRequiredService<IDbContextFactory<CurationDb>>());
        Pools.Close(data);
        return directory;
    }
}
