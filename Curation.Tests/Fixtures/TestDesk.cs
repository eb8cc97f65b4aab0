using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Curation.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Curation.Tests.Fixtures;

/// <summary>A desk on a store of its own: a real SQLite file in a fresh directory, the real services, and a clock that stands still.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    private readonly string directory;
    private readonly ServiceProvider services;

    private TestDesk(string directory, ServiceProvider services, FakeTimeProvider clock)
    {
        this.directory = directory;
        this.services = services;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public DataDirectory Data => Get<DataDirectory>();

    public IServiceProvider Services => services;

    public static async Task<TestDesk> Open(Action<IServiceCollection>? more = null)
    {
        var directory = Directory.CreateTempSubdirectory("curation-test-").FullName;
        await PreparedStore.CopyEmpty(directory);
        return Over(directory, more);
    }

    /// <summary>A desk on a copy of a data directory that was made before.</summary>
    public static TestDesk OpenCopy(string prepared)
    {
        var directory = Directory.CreateTempSubdirectory("curation-test-").FullName;
        PreparedStore.Copy(prepared, directory);
        return Over(directory, null);
    }

    private static TestDesk Over(string directory, Action<IServiceCollection>? more)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDesk(new DataDirectory(directory));
        collection.AddSingleton<TimeProvider>(clock);
        more?.Invoke(collection);
        return new TestDesk(directory, collection.BuildServiceProvider(), clock);
    }

    public IDbContextFactory<CurationDb> Factory => Get<IDbContextFactory<CurationDb>>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A person with these roles, straight into the store.</summary>
    public async Task<Actor> Person(string name, params string[] roles)
    {
        await using var db = await Factory.CreateDbContextAsync();
        var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, CreatedAt = Clock.GetUtcNow() };
        db.Users.Add(person);
        foreach (var held in roles)
        {
            var role = await db.Roles.SingleOrDefaultAsync(row => row.Name == held);
            if (role is null)
            {
                role = new IdentityRole(held) { NormalizedName = held.ToUpperInvariant() };
                db.Roles.Add(role);
                await db.SaveChangesAsync();
            }

            db.UserRoles.Add(new IdentityUserRole<string> { UserId = person.Id, RoleId = role.Id });
        }

        await db.SaveChangesAsync();
        return new Actor(new PersonId(person.Id));
    }

    /// <summary>Plain tracks, each by an artist of its own unless told otherwise.</summary>
    public async Task<IReadOnlyList<TrackId>> Tracks(int count, int artists = 0)
    {
        await using var db = await Factory.CreateDbContextAsync();
        var bands = Enumerable.Range(0, artists == 0 ? count : artists).Select(i => new Artist($"Artist {i}")).ToList();
        db.Artists.AddRange(bands);
        await db.SaveChangesAsync();
        var tracks = Enumerable.Range(0, count).Select(i => bands[i % bands.Count]).Select((artist, i) =>
            new Track(TrackKey.OfNames($"Track {i}", artist.Name), $"Track {i}", artist.Name, [artist.Id])).ToList();
        foreach (var track in tracks) track.State(durationMs: 200_000);
        db.Tracks.AddRange(tracks);
        await db.SaveChangesAsync();
        return tracks.Select(track => track.Id).ToList();
    }

    public async ValueTask DisposeAsync()
    {
        Pools.Close(Data);
        await services.DisposeAsync();
        await Scratch.Delete(directory);
    }
}
