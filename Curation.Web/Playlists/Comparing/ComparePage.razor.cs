using Curation.Core.Desk.Comparing;
using Curation.Core.Playlists;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists.Comparing;

/// <summary>Two revisions, also of a branch and its origin, compared by what the same listeners would get from each.</summary>
public sealed partial class ComparePage
{
    private CancellationTokenSource? running;
    private AudienceEffect? effect;
    private (int, int)? made;
    private double done;
    private string? said;

    [Parameter] public int Id { get; set; }

    /// <summary>The revision before, by id.</summary>
    [SupplyParameterFromQuery(Name = "from")] public int? From { get; set; }

    /// <summary>The revision after, by id.</summary>
    [SupplyParameterFromQuery(Name = "to")] public int? To { get; set; }

    private string Lead => effect is null ? "" : $"From revision {effect.Of.Before.Number} of “{effect.Of.Before.Draft.Title}” to revision {effect.Of.After.Number} of “{effect.Of.After.Draft.Title}”.";

    private IReadOnlyList<Shift> Fits => effect is null ? [] : [.. effect.Fit is { } all ? [all] : Array.Empty<Shift>(), .. effect.Clusters.Select(cluster => cluster.Fit with { Name = $"{cluster.Cluster} ({cluster.Listeners})" })];

    public void Dispose()
    {
        running?.Cancel();
        running?.Dispose();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (made is null || firstRender) _ = InvokeAsync(Make);
    }

    private async Task Make()
    {
        if (From is not { } from || To is not { } to)
        {
            said = "Choose two revisions in the history first.";
            made = (0, 0);
            StateHasChanged();
            return;
        }

        if (made == (from, to)) return;
        made = (from, to);
        running = new CancellationTokenSource();
        var shown = 0.0;
        var progress = new Progress<double>(share =>
        {
            if (share - shown < 0.02) return;
            shown = done = share;
            _ = InvokeAsync(StateHasChanged);
        });
        try
        {
            effect = await Audience.Run(new RevisionId(from), new RevisionId(to), progress, running.Token);
            if (effect is null) said = "One of these revisions is not there any more.";
        }
        catch (RefusedException refused)
        {
            said = refused.Message;
        }
        catch (OperationCanceledException)
        {
            said = "You stopped it; nothing was changed.";
        }

        StateHasChanged();
    }

    private void Stop() => running?.Cancel();
}
