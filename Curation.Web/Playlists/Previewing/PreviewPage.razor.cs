using System.Diagnostics;
using System.Globalization;
using Curation.Core.Desk.Previews;
using Curation.Core.Playlists;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists.Previewing;

/// <summary>What listeners would get from a revision, up to four side by side. Who is shown stands in the address.</summary>
public sealed partial class PreviewPage
{
    private IReadOnlyList<PreviewChoice> choices = [];
    private Preview? preview;
    private TasteMap? tastes;
    private TimeSpan took;
    private string? refused;
    private bool missing;
    private Column open;

    [Parameter] public int Id { get; set; }

    [SupplyParameterFromQuery(Name = "listener")] public string[]? Listeners { get; set; }

    [SupplyParameterFromQuery] public int? Revision { get; set; }

    private string Lead => preview is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"Revision {preview.Revision.Number}, {preview.Revision.Draft.Pool.Length} tracks in the pool, lists of {preview.Revision.Draft.Blend.Size}. Made in {Spans.Brief(took)}; publishing this revision stores the same lists under the same hashes.");

    private List<TabItem<Column>> Columns => preview?.Lists.Select((list, i) => new TabItem<Column>((Column)i, list.Who)).ToList() ?? [];

    protected override async Task OnParametersSetAsync()
    {
        choices = (Listeners ?? []).Select(PreviewChoice.Parse).OfType<PreviewChoice>().Distinct().Take(PreviewSideBySide.Most).ToList();
        if ((int)open >= choices.Count) open = Column.First;
        await Make();
        tastes ??= await Tastes.Get();
    }

    private async Task Make()
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            preview = await Previews.Run(new PlaylistId(Id), choices, Revision is { } revision ? new RevisionId(revision) : null);
            refused = null;
            missing = preview is null;
        }
        catch (RefusedException refusal)
        {
            refused = refusal.Message;
        }

        took = Stopwatch.GetElapsedTime(start);
    }

    private void Add(PreviewChoice choice)
    {
        if (choices.Count < PreviewSideBySide.Most && !choices.Contains(choice)) Show([.. choices, choice]);
    }

    private void Remove(PreviewChoice choice) => Show(choices.Where(other => other != choice));

    private void Show(IEnumerable<PreviewChoice> shown) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["listener"] = shown.Select(choice => choice.ToString()).ToArray() }));
}

/// <summary>The columns; on a phone one at a time.</summary>
public enum Column
{
    First,
    Second,
    Third,
    Fourth,
}
