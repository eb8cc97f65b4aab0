using Curation.Core.Desk.Audit;

namespace Curation.Web.Admin.Log;

/// <summary>What the page's address asks of the log; days are of UTC, the last one included.</summary>
public sealed record LogAsk(string? Text, string? Person, string? Action, string? Subject, DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => this is { Text: null, Person: null, Action: null, Subject: null, From: null, To: null };

    public AuditFilter Filter => new(Subject, Person, Action, Text, StartOf(From), StartOf(To is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null));

    /// <summary>As parts of an address.</summary>
    public Dictionary<string, object?> Query => new()
    {
        ["text"] = Text,
        ["person"] = Person,
        ["action"] = Action,
        ["subject"] = Subject,
        ["from"] = From,
        ["to"] = To,
        ["before"] = null,
        ["after"] = null,
    };

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
