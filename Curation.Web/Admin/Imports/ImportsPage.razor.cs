using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;
using Curation.Core.Importing;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Curation.Web.Admin.Imports;

/// <summary>Uploads a file, shows what it is taken for, and imports it in the background.</summary>
public sealed partial class ImportsPage(ImportVerbs verbs, Toasts toasts, IDialogService dialogs, TimeProvider clock)
{
    private readonly CancellationTokenSource gone = new();
    private Upload? upload;
    private ImportPreview? preview;
    private DryRunResult? dryRun;
    private string? problem;
    private bool counting;
    private bool queueing;
    private List<JobRow> jobs = [];
    private List<ImportLine>? past;

    [CascadingParameter] public required SignedIn Me { get; set; }

    private TimeProvider Clock => clock;

    private Actor Actor => new(Me.Id);

    public void Dispose()
    {
        upload?.Stop.Cancel();
        gone.Cancel();
        if (preview is { } left && !counting && !queueing) verbs.Receive.Discard(left.Arguments.Path);
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await Load();
        _ = Watch();
    }

    private async Task Load()
    {
        jobs = await verbs.Jobs.Newest(10, ImportWork.JobKind, gone.Token);
        past = await verbs.List.Newest(50, gone.Token);
    }

    private async Task Watch()
    {
        try
        {
            await JobWatch.Run(clock, () => jobs, Look, gone.Token);
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

    private async Task Receive(InputFileChangeEventArgs chosen)
    {
        problem = null;
        using var receiving = new Upload(chosen.File.Name, chosen.File.Size);
        upload = receiving;
        try
        {
            await using var stream = chosen.File.OpenReadStream(ReceiveUpload.MostBytes, receiving.Stop.Token);
            var path = await toasts.Try(() => verbs.Receive.Run(Actor, stream, bytes => Told(receiving, bytes), receiving.Stop.Token));
            if (path is not null) await Look(path, chosen.File.Name, null);
        }
        catch (OperationCanceledException) when (receiving.Stop.IsCancellationRequested)
        {
            toasts.Told($"{chosen.File.Name} was not received; nothing of it was kept.");
        }
        catch (IOException refused)
        {
            problem = $"{refused.Message} Nothing was kept.";
        }
        finally
        {
            upload = null;
        }
    }

    private void Told(Upload receiving, long bytes)
    {
        if (receiving.Reach(bytes)) _ = InvokeAsync(StateHasChanged);
    }

    private void StopUpload() => upload?.Stop.Cancel();

    private async Task Look(string path, string name, ImportFormat? asked)
    {
        problem = null;
        dryRun = null;
        try
        {
            preview = await toasts.Try(() => verbs.Preview.Run(Actor, path, name, asked, uploaded: true, gone.Token));
        }
        catch (ImportStoppedException stopped)
        {
            problem = stopped.Message;
        }
        finally
        {
            if (preview is null || gone.IsCancellationRequested) verbs.Receive.Discard(path);
        }
    }

    private Task ChooseFormat(ImportFormat? format) => Look(preview!.Arguments.Path, preview.Arguments.Name, format);

    private void ChooseColumn((ImportField Field, string? Column) choice)
    {
        var plan = preview!.Plan with { Mapping = preview.Plan.Mapping!.With(choice.Field, choice.Column) };
        var arguments = ImportArguments.Of(preview.Arguments.Path, preview.Arguments.Name, plan, preview.Arguments.AsOf, uploaded: true);
        preview = preview with { Plan = plan, Arguments = arguments, Missing = plan.Mapping.Missing.Select(FieldNames.NameOf).ToList() };
        dryRun = null;
    }

    private async Task TryIt()
    {
        counting = true;
        try
        {
            dryRun = await toasts.Try(() => verbs.Preview.DryRun(Actor, preview!.Arguments, cancel: gone.Token));
        }
        catch (ImportStoppedException stopped)
        {
            problem = stopped.Message;
        }
        finally
        {
            counting = false;
        }
    }

    private async Task Import()
    {
        queueing = true;
        try
        {
            if (!await toasts.Try((Func<Task>)Queue, $"{preview!.Arguments.Name} is in the queue; you may leave this page.")) return;
            preview = null;
        }
        finally
        {
            queueing = false;
        }

        dryRun = null;
        await Load();
    }

    private Task Queue() => verbs.Queue.Run(Actor, preview!.Arguments, gone.Token);

    private void Discard()
    {
        verbs.Receive.Discard(preview!.Arguments.Path);
        preview = null;
        dryRun = null;
        problem = null;
    }

    private Task Cancel(JobRow job) => toasts.Try(() => verbs.Cancel.Run(Actor, job.Id), "It stops after the step under way; whole steps are kept.");

    private Task Resume(JobRow job) => toasts.Try(() => verbs.Cancel.Resume(Actor, job.Id), "It goes on from where it was.");

    private async Task TakeBack(ImportLine import)
    {
        if (!await dialogs.Confirm($"Take back {import.FileName}?", "Its plays, play counts and lists go. Tracks and artists stay in the catalogue. This cannot be undone, but the file can be imported again.", "Take back")) return;
        var went = await toasts.Try(() => verbs.TakeBack.Run(Actor, import.Batch, gone.Token));
        if (went != default) toasts.Done(FormattableString.Invariant($"{went.Plays:N0} plays, {went.Tallies:N0} counts and {went.Lists:N0} lists were taken back."));
        await Load();
    }

    private sealed class Upload(string name, long bytes) : IDisposable
    {
        private double shown;

        public string Name { get; } = name;

        public double Share { get; private set; }

        public CancellationTokenSource Stop { get; } = new();

        /// <summary>True where a person would see the difference.</summary>
        public bool Reach(long received)
        {
            Share = received / (double)Math.Max(1, bytes);
            if (Share < shown + 0.01) return false;
            shown = Share;
            return true;
        }

        public void Dispose() => Stop.Dispose();
    }
}
