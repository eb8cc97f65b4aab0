using System.Globalization;
using System.Text;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Attributes;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace Curation.Web.Admin.Attributes;

/// <summary>Edits one attribute: its name, who has which value and from which source, and its end.</summary>
public sealed partial class AttributePage
{
    private const int MostTyped = 8_000;

    private AttributeView? view;
    private IReadOnlyList<ReviewedValue>? reviewed;
    private bool looked;
    private bool renaming;
    private string name = "";
    private string source = "";
    private string typed = "";
    private string read = "";

    [Inject]
    public required AttributesDesk Desk { get; set; }

    [Inject]
    public required Toasts Toasts { get; set; }

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required SignedIn Me { get; set; }

    [Parameter]
    public int Id { get; set; }

    private Actor Actor => new(Me.Id);

    private string Subjects => view!.Attribute.Subject == AttributeSubject.Artist ? "artists" : "tracks";

    private string Lead => $"Assessments tell {Subjects} apart by it. {Number(view!.Unknown)} {Subjects} are unknown.";

    private string Example => view!.Attribute.Subject == AttributeSubject.Artist ? "Low Tide,independent\nMarla Quist,major" : "Low Tide,Harbour Lights,live\nXX-A01-26-00001,studio";

    protected override async Task OnParametersSetAsync()
    {
        if (view?.Attribute.Id.Value == Id) return;
        (renaming, reviewed, source, typed) = (false, null, "", "");
        await Load();
    }

    private async Task Load()
    {
        view = await Desk.List.Find(new AttributeId(Id));
        looked = true;
        name = view?.Attribute.Name ?? "";
    }

    private async Task Rename()
    {
        if (!await Toasts.Try(() => Desk.Rename.Run(Actor, view!.Attribute.Id, view.Attribute.Version, name), "Renamed.")) return;
        renaming = false;
        await Load();
    }

    private async Task Delete()
    {
        var gone = view!.Attribute;
        var sure = await Dialogs.Confirm($"Delete {gone.Name}?", $"{Number(view.Known)} values go with it. Assessments that were made keep their figures; new ones no longer tell {Subjects} apart by it.", "Delete");
        if (sure && await Toasts.Try(() => Desk.Delete.Run(Actor, gone.Id, gone.Version), $"{gone.Name} is deleted.")) Navigation.NavigateTo("/admin/attributes");
    }

    private Task ReviewTyped() => Review(typed);

    private async Task ReviewFile(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > ReviewValues.MostCharacters)
        {
            Toasts.Refused("The file is longer than 4 MB. Nothing was read; split it in two.");
            return;
        }

        await using var stream = chosen.File.OpenReadStream(ReviewValues.MostCharacters);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await Review(await reader.ReadToEndAsync());
    }

    private async Task Review(string lines)
    {
        if (string.IsNullOrWhiteSpace(lines)) return;
        if (string.IsNullOrWhiteSpace(source))
        {
            Toasts.Refused("Say first who states this: without a source a value is a guess. Your lines are still there.");
            return;
        }

        read = lines;
        reviewed = await Toasts.Try(() => Desk.Review.Of(view!.Attribute.Id, lines));
    }

    private async Task Take()
    {
        var count = 0;
        if (!await Toasts.Try(async () => { count = await Desk.Set.Run(Actor, view!.Attribute.Id, view.Attribute.Version, source, read); })) return;
        Toasts.Done(FormattableString.Invariant($"{count:N0} values are stated by {source.Trim()}."));
        (reviewed, typed, read) = (null, "", "");
        await Load();
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
