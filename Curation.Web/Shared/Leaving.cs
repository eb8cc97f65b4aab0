using Microsoft.JSInterop;

namespace Curation.Web.Shared;

/// <summary>Lets go of what a part holds in the browser when its page ends, whether or not the browser still answers.</summary>
public static class Leaving
{
    /// <summary>Runs the farewell; a browser that is gone, or goes meanwhile, has let go of everything itself.</summary>
    public static async Task Quietly(Func<Task> farewell)
    {
        ArgumentNullException.ThrowIfNull(farewell);
        try
        {
            await farewell();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // Nobody is left to tell.
        }
    }

    /// <summary>The usual farewell: detach the script from an element, and drop the module.</summary>
    public static Task Detach(IJSObjectReference? module, params object?[] from) => module is null ? Task.CompletedTask : Quietly(async () =>
    {
        await module.InvokeVoidAsync("detach", from);
        await module.DisposeAsync();
    });
}
