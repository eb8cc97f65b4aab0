using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>A line of the log with the name of who did it.</summary>
public sealed record AuditRow(AuditEntry Entry, string ByName);

/// <summary>Which lines of the log are wanted; null asks for no more than that.</summary>
/// <param name="Subject">To what, such as "playlist:42".</param>
/// <param name="Person">By whom, as the person's id.</param>
/// <param name="Action">What was done, such as "playlist.submit".</param>
/// <param name="Text">Words that stand in action, subject or detail; the last may be the beginning of one.</param>
/// <param name="From">Not earlier than this.</param>
/// <param name="To">Earlier than this.</param>
public sealed record AuditFilter(string? Subject = null, string? Person = null, string? Action = null, string? Text = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    internal TrailAsk Ask => new(Person, Action is null ? null : [Action], Subject, Text, From, To);
}

/// <summary>What a filter can name: people by id and name, and actions.</summary>
public sealed record AuditChoices(IReadOnlyList<(string Id, string Name)> People, IReadOnlyList<string> Actions);

/// <summary>Reads the log of who did what.</summary>
public sealed class ReadAuditLog(Store store)
{
    /// <summary>The newest lines first, about one subject (such as "playlist:42") or all, before an id for paging.</summary>
    public Task<List<AuditRow>> Newest(int count, string? subject = null, long? before = null, CancellationToken cancel = default) =>
        Newest(count, new AuditFilter(subject), before, cancel);

    /// <summary>The newest lines first of those that a filter lets through, before an id for paging.</summary>
    public Task<List<AuditRow>> Newest(int count, AuditFilter filter, long? before = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return store.Read(async db => await Named(db, await TrailIndex.Find(db, filter.Ask, count, before: before ?? long.MaxValue, cancel: cancel), cancel), cancel);
    }

    /// <summary>The lines next after an id, the newest of them first, for paging back.</summary>
    public Task<List<AuditRow>> After(int count, AuditFilter filter, long after, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return store.Read(
            async db =>
            {
                var entries = await TrailIndex.Find(db, filter.Ask, count, after, oldest: true, cancel: cancel);
                entries.Reverse();
                return await Named(db, entries, cancel);
            },
            cancel);
    }

    /// <summary>Everybody and every action that the log names, in order of name.</summary>
    public Task<AuditChoices> Choices(CancellationToken cancel = default) => store.Read(
        async db =>
        {
            var ids = await TrailIndex.People(db, cancel);
            var names = await NamesOf(db, ids, cancel);
            return new AuditChoices([.. ids.Select(id => (Id: id, Name: names[id])).OrderBy(person => person.Name, StringComparer.Ordinal)], await TrailIndex.Actions(db, cancel));
        },
        cancel);

    internal static async Task<List<AuditRow>> Named(CurationDb db, List<AuditEntry> entries, CancellationToken cancel)
    {
        var ids = entries.Select(entry => entry.By.Value).Distinct().ToList();
        var people = await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return entries.ConvertAll(entry => new AuditRow(entry, people.GetValueOrDefault(entry.By.Value, "")));
    }

    internal static async Task<Dictionary<string, string>> NamesOf(CurationDb db, List<string> ids, CancellationToken cancel)
    {
        var names = await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        foreach (var id in ids) names.TryAdd(id, id == PersonId.Console.Value ? "the system" : "somebody who left");
        return names;
    }
}
