using System.Security.Claims;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;

namespace Curation.Web.Admin.Log;

/// <summary>The log as a file, for admins; written while it is read.</summary>
internal static class LogExports
{
    public static void MapLogExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/log/export.csv", (string? text, string? person, string? action, string? subject, DateOnly? from, DateOnly? to, HttpContext http, ExportAuditLog export) =>
            Send(new LogAsk(text, person, action, subject, from, to), csv: true, http, export)).RequireAuthorization(policy => policy.RequireRole(Roles.Admin)).ExcludeFromDescription();
        app.MapGet("/admin/log/export.jsonl", (string? text, string? person, string? action, string? subject, DateOnly? from, DateOnly? to, HttpContext http, ExportAuditLog export) =>
            Send(new LogAsk(text, person, action, subject, from, to), csv: false, http, export)).RequireAuthorization(policy => policy.RequireRole(Roles.Admin)).ExcludeFromDescription();
    }

    private static IResult Send(LogAsk ask, bool csv, HttpContext http, ExportAuditLog export)
    {
        var actor = new Actor(new PersonId(http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? ""));
        return Results.Stream(into => export.Run(actor, ask.Filter, csv, into, http.RequestAborted), csv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson", csv ? "audit-log.csv" : "audit-log.jsonl");
    }
}
