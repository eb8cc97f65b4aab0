using Curation.Core.Playlists;
using MudBlazor;

namespace Curation.Web.Shared;

/// <summary>Short messages at the edge of the screen, and the way in which a page runs a command that may be refused.</summary>
public sealed class Toasts(ISnackbar snackbar)
{
    private Snackbar? refusal;

    /// <summary>Runs a command. A refusal becomes a message and the answer is false; any other error goes to the error boundary.</summary>
    public async Task<bool> Try(Func<Task> command, string? done = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        try
        {
            await command();
        }
        catch (RefusedException refused)
        {
            Refused(refused.Message);
            return false;
        }
        if (done is not null) Done(done);
        return true;
    }

    /// <summary>The same for a command with a result; a refusal gives the default value.</summary>
    public async Task<T?> Try<T>(Func<Task<T>> command, string? done = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        T? result = default;
        await Try(async () => { result = await command(); }, done);
        return result;
    }

    /// <summary>Something was done; where it can be undone the message offers it.</summary>
    public void Done(string message, Func<Task>? undo = null)
    {
        Forget();
        snackbar.Add(message, Severity.Success, options => Offer(options, undo));
    }

    private static void Offer(SnackbarOptions options, Func<Task>? undo)
    {
        options.HideIcon = true;
        if (undo is null) return;
        options.Action = "Undo";
        options.ActionVariant = Variant.Text;
        options.OnClick = _ => undo();
        options.VisibleStateDuration = 10_000;
    }

    /// <summary>Something was refused, and why.</summary>
    public void Refused(string message)
    {
        Forget();
        refusal = snackbar.Add(message, Severity.Error, options => options.VisibleStateDuration = 10_000);
    }

    /// <summary>Something that is good to know.</summary>
    public void Told(string message) => snackbar.Add(message, Severity.Info);

    /// <summary>A refusal stands no longer than until something is done: what it says may not be so any more. Saves in the background say nothing and take nothing away.</summary>
    private void Forget()
    {
        if (refusal is not null) snackbar.Remove(refusal);
        refusal = null;
    }
}
