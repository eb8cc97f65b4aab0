using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Audit;

/// <summary>A line of the log with the name of who did it.</summary>
public sealed record AuditRow(AuditEntry Entry, string ByName);

/// <summary>Which lines of the log are wanted; null asks for no more than that.</summary>
/// <param name="Subject">To what, such as "playlist:42".</param>
/// <param name="Person">By whom, as the person's id.</param>
/// <param name="Action">What was done, such as "playlist.submit".</param>
public sealed record AuditFilter(string? Subject = null, string? Person = null, string? Action = null);

/// <summary>What a filter can name: people by id and name, and actions.</summary>
public sealed record AuditChoices(IReadOnlyList<(string Id, string Name)> People, IReadOnlyList<string> Actions);

/// <summary>Reads the log of who did what.</summary>
public sealed class ReadAuditLog(Store store)
{
    /// <summary>The newest lines first, about one subject (such as "playlist:42") or all, before an id for paging.</summary>
    public Task<List<AuditRow>> Newest(int count, string? subject = null, long? before = null, CancellationToken cancel = default) =>
        Newest(count, new AuditFilter(subject), before, cancel);

    /// <summary>The newest lines first of those that a filter lets through, before an id for paging.</summary>
    public Task<List<AuditRow>> Newest(int count, AuditFilter filter, long? before = null, CancellationToken cancel = default) => store.Read(db =>
    {
        var entries = db.AuditLog.AsQueryable();
        if (before is { } id) entries = entries.Where(entry => entry.Id < id);
        if (filter.Subject is { } subject) entries = entries.Where(entry => entry.Subject == subject);
        if (filter.Action is { } action) entries = entries.Where(entry => entry.Action == action);
        if (filter.Person is { } by)
        {
            var person = new PersonId(by);
            entries = entries.Where(entry => entry.By == person);
        }

        return (from entry in entries
                join person in db.Users on (string)(object)entry.By equals person.Id into people
                from person in people.DefaultIfEmpty()
                orderby entry.Id descending
                select new AuditRow(entry, person == null ? "" : person.DisplayName)).Take(count).ToListAsync(cancel);
    }, cancel);

    /// <summary>Everybody and every action that the log names, in order of name.</summary>
    public Task<AuditChoices> Choices(CancellationToken cancel = default) => store.Read(async db =>
    {
        var actions = await db.AuditLog.Select(entry => entry.Action).Distinct().OrderBy(action => action).ToListAsync(cancel);
        var ids = (await db.AuditLog.Select(entry => entry.By).Distinct().ToListAsync(cancel)).ConvertAll(person => person.Value);
        var names = await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var people = ids.Select(id => (Id: id, Name: id == PersonId.Console.Value ? "the system" : names.GetValueOrDefault(id, "somebody who left")));
        return new AuditChoices([.. people.OrderBy(person => person.Name, StringComparer.Ordinal)], actions);
    }, cancel);
}
