using Curation.Core.Auditing.Dimensions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Laboratory;
using Curation.Core.Desk.Metering;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Core.Simulating;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Laboratory;

/// <summary>Asks for a new experiment.</summary>
public sealed partial class ExperimentForm
{
    private static readonly LoopOptions Usual = new();

    private readonly List<TriedRecipe> recipes = [.. Experiment.Usual];

    private ElementReference first;
    private IReadOnlyList<Dimension> dimensions = [];
    private IReadOnlyList<string> names = BuiltInDimensions.Names;
    private string title = "";
    private int playlist;
    private string watched = BuiltInDimensions.Tier;
    private int weeks = Usual.Weeks;
    private int plays = Usual.Choices;
    private double habit = Usual.Habit * 100;
    private double pickiness = Usual.Pickiness;
    private int seed = Usual.Seed;

    [Inject] public required StartExperiment Starting { get; set; }

    [Inject] public required ReadDimensions Dimensions { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<PlaylistRow> Playlists { get; set; }

    [Parameter] public EventCallback<int> OnStarted { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override async Task OnInitializedAsync()
    {
        playlist = Playlists.Count > 0 ? Playlists[0].Id.Value : 0;
        dimensions = await Dimensions.All();
        names = [.. dimensions.Select(dimension => dimension.Name)];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await first.FocusAsync();
    }

    private async Task Start()
    {
        try
        {
            var options = new LoopOptions { Weeks = weeks, Choices = plays, Habit = habit / 100, Pickiness = pickiness, Seed = seed };
            await OnStarted.InvokeAsync(await Starting.Run(new Actor(Me.Id), new PlaylistId(playlist), title, watched, options, [.. recipes]));
        }
        catch (RefusedException refused)
        {
            Toasts.Refused(refused.Message);
        }
    }
}
