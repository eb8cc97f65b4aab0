using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Desk.Metering;
using Curation.Core.Desk.Policies;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Admin.Policies;

/// <summary>The policy in force, a draft of the next version, what that would do, and every version before.</summary>
public sealed partial class PoliciesPage
{
    /// <summary>Figures to choose from; any other can be written.</summary>
    private static readonly string[] Figures =
    [
        Measures.ExplicitReach, Measures.ExplicitLists, Measures.ExplicitUnknown, Measures.Calibration, Measures.Novelty, Measures.Discovery, Measures.Serendipity, Measures.Fit,
        .. ((string[])["artists", "tracks"]).SelectMany(what => (string[])[$"{Measures.Gini}/{what}", $"{Measures.Coverage}/{what}"]),
        .. ((string[])["gender", "country", "tier", "*"]).SelectMany(what => (string[])[$"{Measures.Exposure}/{what}/*", $"{Measures.Amplification}/{what}/*/{Baselines.Catalogue}", $"{Measures.Ndkl}/{what}//{Baselines.Catalogue}"]),
        $"{Measures.Amplification}/* × */*/{Baselines.Catalogue}", $"{Measures.Gs}/after", $"{Measures.Diversity}/after",
    ];

    private PolicyDraft? draft;
    private IReadOnlyList<PolicyRow> versions = [];
    private IReadOnlyList<PolicyEffect>? effects;
    private IReadOnlyList<string> dimensions = [];
    private int number;
    private bool changed;
    private bool asked;
    private bool busy;
    private string why = "";
    private string? wrong;

    [Inject] public required ReadPolicies Policies { get; set; }

    [Inject] public required PreviewPolicy Previewing { get; set; }

    [Inject] public required SavePolicy Saving { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    [Inject] public required ReadDimensions Dimensions { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await Read();
        dimensions = [.. (await Dimensions.All()).Select(dimension => dimension.Name)];
    }

    private async Task Read()
    {
        var (inForce, rules) = await Policies.InForce();
        versions = await Policies.Versions();
        (number, draft, effects, changed, why, wrong, asked) = (inForce, new PolicyDraft(rules), null, false, "", null, false);
    }

    private bool IsUnreasoned => asked && string.IsNullOrWhiteSpace(why);

    private int Waiting => effects!.Count(effect => effect.Edition == 0);

    private void Add()
    {
        draft!.Lines.Add(new ThresholdDraft());
        Touched();
    }

    private void Remove(ThresholdDraft line)
    {
        draft!.Lines.Remove(line);
        Touched();
    }

    /// <summary>What was shown no longer speaks of what stands here.</summary>
    private void Touched() => (changed, effects, wrong) = (true, null, null);

    private async Task Preview()
    {
        try
        {
            wrong = null;
            effects = await Previewing.Of(draft!.ToRules());
        }
        catch (RefusedException refused)
        {
            (effects, wrong) = (null, refused.Message);
        }
    }

    private async Task Save()
    {
        asked = true;
        if (IsUnreasoned || busy) return;
        busy = true;
        var saved = await Toasts.Try(() => Saving.Run(Me.Actor, number, draft!.ToRules(), why));
        busy = false;
        if (saved.Number == 0) return;
        Toasts.Done($"Version {saved.Number} is in force.{(saved.Measured == 0 ? "" : $" {PolicyWords.MeasuredAgain(saved.Measured)}.")}");
        await Read();
    }
}
