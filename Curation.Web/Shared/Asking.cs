using MudBlazor;

namespace Curation.Web.Shared;

/// <summary>Asks once before something that cannot be undone.</summary>
public static class Asking
{
    /// <summary>True when the person pressed the verb, false when they kept things as they are.</summary>
    public static async Task<bool> Confirm(this IDialogService dialogs, string title, string changes, string yes, IReadOnlyList<string>? named = null, bool destroys = true)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Title, title },
            { dialog => dialog.Changes, changes },
            { dialog => dialog.Yes, yes },
            { dialog => dialog.Named, named },
            { dialog => dialog.Destroys, destroys },
        };
        var asked = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await asked.Result is { Canceled: false };
    }
}
