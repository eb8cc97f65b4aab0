using System.Globalization;
using Curation.Core.Desk.Audit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Curation.Web.Admin.Log;

/// <summary>The log, a page at a time; what is asked stands in the address.</summary>
public sealed partial class LogPage(ReadAuditLog log, NavigationManager navigation, TimeProvider clock)
{
    private const int PageSize = 50;
    private List<AuditRow>? rows;
    private AuditChoices choices = new([], []);
    private bool newer;
    private bool older;

    [SupplyParameterFromQuery] public string? Text { get; set; }
    [SupplyParameterFromQuery] public string? Person { get; set; }
    [SupplyParameterFromQuery(Name = "action")] public string? What { get; set; }
    [SupplyParameterFromQuery] public string? Subject { get; set; }
    [SupplyParameterFromQuery] public DateOnly? From { get; set; }
    [SupplyParameterFromQuery] public DateOnly? To { get; set; }
    [SupplyParameterFromQuery] public long? Before { get; set; }
    [SupplyParameterFromQuery] public long? After { get; set; }

    private TimeProvider Clock => clock;

    private LogAsk Ask => new(Given(Text), Given(Person), Given(What), Given(Subject), From, To);

    protected override async Task OnInitializedAsync() => choices = await log.Choices();

    protected override async Task OnParametersSetAsync()
    {
        // One more than is shown says whether there is another page.
        var filter = Ask.Filter;
        if (After is { } after)
        {
            rows = await log.After(PageSize + 1, filter, after);
            (newer, older) = (rows.Count > PageSize, true);
            if (newer) rows.RemoveAt(0);
            if (newer || rows.Count == PageSize) return;
        }

        rows = await log.Newest(PageSize + 1, filter, After is null ? Before : null);
        (newer, older) = (After is null && Before is not null, rows.Count > PageSize);
        if (older) rows.RemoveAt(PageSize);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Number(long id) => id.ToString("N0", CultureInfo.InvariantCulture);

    private void Go(LogAsk wanted) => navigation.NavigateTo(navigation.GetUriWithQueryParameters(wanted.Query));

    private string With(long? before, long? after) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["before"] = before, ["after"] = after });

    private string Export(string kind) => QueryHelpers.AddQueryString(
        $"/admin/log/export.{kind}",
        Ask.Query.Where(part => part.Value is not null).ToDictionary(part => part.Key, part => part.Value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : part.Value?.ToString()));
}
