using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Curation.Web.Admin.Models;

/// <summary>Trains models, shows the one in use and takes earlier ones back.</summary>
public sealed partial class ModelsPage
{
    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<ModelRow>? models;
    private JobRow? job;
    private TrainArguments wanted = new();

    [Inject]
    public required ModelsDesk Desk { get; set; }

    [Inject]
    public required CurrentModel Current { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required Toasts Toasts { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = "a")]
    public int? First { get; set; }

    [SupplyParameterFromQuery(Name = "b")]
    public int? Second { get; set; }

    [CascadingParameter]
    public required SignedIn Me { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await Load();
        _ = Watch();
    }

    private async Task Load()
    {
        job = (await Desk.Jobs.Newest(1, TrainModel.JobKind, gone.Token)).FirstOrDefault();
        models = await Desk.Models.All(gone.Token);
    }

    private async Task Train()
    {
        if (await Toasts.Try(() => TrainModel.Queue(Desk.Queue, new Actor(Me.Id), wanted)) > 0) await Load();
    }

    private async Task Cancel(JobRow running)
    {
        if (await Toasts.Try(() => Desk.Cancel.Run(new Actor(Me.Id), running.Id), "Training stops; the model in use stays in use.")) await Load();
    }

    /// <summary>The two models to compare: those of the address, else an earlier one with the one in use.</summary>
    private (ModelRow A, ModelRow B)? Compared
    {
        get
        {
            if (models is not { Count: > 1 }) return null;
            var b = models.FirstOrDefault(model => model.Id == Second) ?? models.FirstOrDefault(model => model.Active && model.Id != First) ?? models.First(model => model.Id != First);
            return (models.FirstOrDefault(model => model.Id == First) ?? models.First(model => model.Id != b.Id), b);
        }
    }

    private void Choose((int A, int B) chosen) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = chosen.A, ["b"] = chosen.B }), replace: true);

    private async Task Override(ModelRow refused)
    {
        var asked = await Dialogs.ShowAsync<UseRefusedDialog>("Use the refused model all the same?", new DialogParameters<UseRefusedDialog> { { dialog => dialog.Model, refused } });
        if (await asked.Result is not { Canceled: false, Data: string reason }) return;
        if (await Toasts.Try(() => Desk.Activate.Run(new Actor(Me.Id), refused.Id, reason), "The model is in use; the reason is on record.")) await Load();
    }

    private async Task Activate(ModelRow model)
    {
        if (model.IsRefused)
        {
            await Override(model);
            return;
        }

        var sure = await Dialogs.Confirm(
            $"Use the model of {model.TrainedAt:d MMM yyyy}?",
            "Suggestions and previews rest on it from now on. Approvals that name another model no longer hold; published editions stay as they are. You can come back the same way.",
            "Use it",
            destroys: false);
        if (sure && await Toasts.Try(() => Desk.Activate.Run(new Actor(Me.Id), model.Id), "The model is in use.")) await Load();
    }

    private TimeSpan? Took(JobRow running) => running.StartedAt is { } started ? Clock.GetUtcNow() - started : null;

    private async Task Watch()
    {
        try
        {
            await JobWatch.Run(Clock, () => job is null ? null : [job], Look, gone.Token);
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private async Task Look()
    {
        await Load();
        await InvokeAsync(StateHasChanged);
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }
}
