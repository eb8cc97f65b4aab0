using Curation.Core.Catalog.Columns;
using Curation.Core.Desk.Search;
using Curation.Core.Playlists;
using Curation.Core.Playlists.Rules;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists.Rules;

/// <summary>Builds rules over the catalogue, feeds the pool by them, and keeps smart sections; it shows what would change before it does.</summary>
public sealed partial class RulesPane
{
    private const int UsualLimit = 20;

    private SmartSection built = new(0, "", Rule.Everything, UsualLimit, RuleOrder.BestFit);
    private IReadOnlyList<SectionPlan> plans = [];
    private RuleSample? sample;
    private Func<Category, string, string> name = (_, value) => value;
    private Draft? planned;

    [Parameter, EditorRequired] public PlaylistId Playlist { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired] public required Draft Draft { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    [Parameter] public EventCallback<DraftEdit> OnEdit { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(planned, Draft)) return;
        var first = planned is null;
        planned = Draft;
        if (first) (name, built) = (await Plans.Names(), Fresh());
        plans = await Plans.For(Playlist, Draft, Draft.Sections ?? []);
        if (first) await Build(built);
    }

    private static SmartSection Fresh() => new(0, "", Rule.Everything with { Rules = [ConditionKind.All[0].Start] }, UsualLimit, RuleOrder.BestFit);

    private Task Take(SmartSection section) => Build(section.Rule is Rule.Group ? section : section with { Rule = new Rule.Group(Match.All, [section.Rule]) });

    private async Task Build(SmartSection next)
    {
        built = next;
        var found = next.Rule.Stated() is { } stated ? await Plans.Sample(Playlist, Draft, next with { Rule = stated }) : null;
        if (ReferenceEquals(built, next)) sample = found;
    }

    private Task<IReadOnlyList<FacetValue>> Find(Category category, string typed) => Plans.Values(category, typed);

    /// <summary>Adds what fits as if by hand; the rule is not kept.</summary>
    private async Task AddOnce()
    {
        if (Checked("Once") is not { } once) return;
        var plan = (await Plans.For(Playlist, Draft, [once with { Id = Draft.NextSection }]))[0];
        if (plan.Change.Added.Count == 0) Toasts.Refused("Every track that fits is in the pool already; nothing was added.");
        else if (await Dialogs.Confirm($"Add {Tracks(plan.Change.Added.Count)}?", "They come at the end of the pool, and you can undo it.", "Add", plan.Named(plan.Change.Added), destroys: false))
            await OnEdit.InvokeAsync(new DraftEdit.AddTracks(plan.Change.Added));
    }

    private async Task Attach()
    {
        if (Checked(built.Name) is not { } section) return;
        var known = Draft.Section(section.Id) is not null;
        if (!known) section = section with { Id = Draft.NextSection };
        var plan = (await Plans.For(Playlist, Draft, [section]))[0];
        if (!await Sure(plan, known ? $"Change “{section.Name}”?" : $"Attach “{section.Name}”?", known ? "Change" : "Attach")) return;
        await OnEdit.InvokeAsync(new DraftEdit.AttachRule(section, known ? [] : plan.Change.Added));
        if (known && !plan.Change.IsEmpty) await OnEdit.InvokeAsync(new DraftEdit.RefreshRule(section.Id, plan.Change.Added, plan.Change.Removed));
        await Take(Fresh());
    }

    private async Task Apply(SectionPlan plan)
    {
        if (await Sure(plan, $"Bring “{plan.Section.Name}” up to date?", "Apply")) await OnEdit.InvokeAsync(new DraftEdit.RefreshRule(plan.Section.Id, plan.Change.Added, plan.Change.Removed));
    }

    private async Task Detach(SmartSection section)
    {
        if (await Dialogs.Confirm($"Detach “{section.Name}”?", "Its entries stay in the pool as if you had put them there; the rule is not kept. You can undo it.", "Detach", destroys: false))
            await OnEdit.InvokeAsync(new DraftEdit.DetachRule(section.Id));
    }

    private Task<bool> Sure(SectionPlan plan, string title, string yes)
    {
        var (added, removed, kept) = (plan.Change.Added, plan.Change.Removed, plan.Change.Kept);
        var words = $"Adds {Tracks(added.Count)} and removes {Tracks(removed.Count)}.{(kept.Count > 0 ? $" {Tracks(kept.Count)} no longer fit but stay, being pinned or noted." : "")} You can undo it.";
        return Dialogs.Confirm(title, words, yes, [.. plan.Named(removed).Select(track => $"− {track}"), .. plan.Named(added).Select(track => $"+ {track}")], destroys: removed.Count > 0);
    }

    private SmartSection? Checked(string called)
    {
        try
        {
            return (built with { Name = called }).Checked();
        }
        catch (RefusedException refused)
        {
            Toasts.Refused(refused.Message);
            return null;
        }
    }

    private static string Tracks(int count) => count == 1 ? "1 track" : $"{count} tracks";
}
