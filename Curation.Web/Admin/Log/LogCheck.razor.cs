using System.Globalization;
using Curation.Core.Auditing.Trail;
using Curation.Core.Desk.Audit;
using Curation.Core.Playlists;

namespace Curation.Web.Admin.Log;

/// <summary>Checks the log on demand, off the circuit's thread, with progress.</summary>
public sealed partial class LogCheck
{
    private TrailVerdict? verdict;
    private TrailFault? trouble;
    private string? print;
    private CancellationTokenSource? stop;
    private double? share;
    private bool stopped;

    public void Dispose()
    {
        stop?.Cancel();
        stop?.Dispose();
        stop = null;
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            print = Key.Fingerprint() is { } fingerprint ? HeadChain.InGroups(fingerprint) : null;
            trouble = await Verify.LastHead();
        }
        catch (RefusedException refusal)
        {
            trouble = new TrailFault(0, refusal.Message);
        }
    }

    private async Task Check()
    {
        using var stopping = stop = new CancellationTokenSource();
        (share, stopped, verdict) = (0, false, null);
        try
        {
            verdict = await Verify.Run(progress: new Steps(done => _ = InvokeAsync(() => Show(done))), cancel: stopping.Token);
        }
        catch (OperationCanceledException)
        {
            stopped = true;
        }
        catch (RefusedException refusal)
        {
            trouble = new TrailFault(0, refusal.Message);
        }
        finally
        {
            stop = null;
        }
    }

    private void Show(double done)
    {
        if (stop is null) return;
        share = done;
        StateHasChanged();
    }

    private string Extent(TrailVerdict found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{found.Entries:N0} {(found.Entries == 1 ? "entry" : "entries")}, from the first to the last, agree with {found.Heads:N0} signed {(found.Heads == 1 ? "head" : "heads")}{(found.Last is { } last ? $", the last of {Shared.Spans.Ago(last.At, Clock.GetUtcNow())}" : "")}.");

    /// <summary>Passes progress on as it comes; a whole percent at a time.</summary>
    private sealed class Steps(Action<double> passOn) : IProgress<double>
    {
        private double told;

        public void Report(double value)
        {
            if (value - told < 0.01) return;
            told = value;
            passOn(value);
        }
    }
}
