using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Content;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Admin.Content;

/// <summary>Parts of the page of the content policy.</summary>
public enum ContentTab
{
    Rules,
    Lexicon,
    Versions,
}

/// <summary>The content policy as an admin changes it: on a copy, with its effect on live editions, until it is saved as a new version.</summary>
public sealed partial class ContentPage
{
    private readonly Dictionary<PlaylistId, string> playlists = [];
    private List<ContentRule>? rules;
    private IReadOnlyDictionary<GenreId, string> genres = new Dictionary<GenreId, string>();
    private IReadOnlyList<ContentVersionRow> versions = [];
    private IReadOnlyList<RuleEffect>? effects;
    private ContentRules inForce = ContentRules.None;
    private ContentRule? editing;
    private ContentTab tab;
    private string lexicon = "";
    private string why = "";
    private string? problem;
    private int current;
    private int waiting;
    private bool saving;
    private bool asked;
    private bool busy;

    [Inject] public required ContentDesk Desk { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    /// <summary>The open part; in the address.</summary>
    [SupplyParameterFromQuery(Name = "part")] public string? Part { get; set; }

    private string Lead => current == 0
        ? "Nobody has changed the policy yet: the text screen runs with the lexicon that comes along. Change it to yours; every saving is a version with a reason."
        : string.Create(CultureInfo.InvariantCulture, $"Version {current} is in force. What you change counts once it is saved as a version, with a reason.");

    private bool Changed => rules is not null && (ContentRules.Write(rules) != ContentRules.Write(inForce.Rules) || lexicon.Trim() != inForce.Lexicon.Write().Trim());

    private bool IsUnreasoned => asked && string.IsNullOrWhiteSpace(why);

    private IReadOnlyList<TabItem<ContentTab>> Items => [new(ContentTab.Rules, "Rules", rules!.Count), new(ContentTab.Lexicon, "Lexicon"), new(ContentTab.Versions, "Versions", versions.Count)];

    protected override async Task OnInitializedAsync()
    {
        genres = (await Desk.Genres.All()).ToDictionary(genre => genre.Id, genre => genre.Name);
        await Load();
    }

    protected override void OnParametersSet()
    {
        if (Enum.TryParse<ContentTab>(Part, ignoreCase: true, out var part)) tab = part;
    }

    private async Task Load()
    {
        inForce = await Desk.Read.Current();
        versions = await Desk.Read.Versions();
        foreach (var row in await Desk.Preview.Run(inForce.Rules, inForce.Lexicon)) playlists[row.Playlist] = row.Title;
        (current, rules, lexicon, editing, effects, saving, why) = (inForce.Version, [.. inForce.Rules], inForce.Lexicon.Write(), null, null, false, "");
    }

    private string NameOf(PlaylistId playlist) => playlists.GetValueOrDefault(playlist, $"playlist {playlist}");

    private void Show(ContentTab part) => Navigation.NavigateTo($"/admin/content?part={part.ToString().ToLowerInvariant()}", replace: true);

    private void Add(ContentRuleKind kind)
    {
        var number = rules!.Concat(inForce.Rules).Select(rule => rule.Number).DefaultIfEmpty(0).Max() + 1;
        editing = new ContentRule { Number = number, Kind = kind, Name = RuleWords.Kind(kind) };
        rules!.Add(editing);
    }

    private void Change(ContentRule rule)
    {
        rules = [.. rules!.Select(old => old.Number == rule.Number ? rule : old)];
        (editing, effects, problem) = (rule, null, null);
    }

    private void Remove(ContentRule rule)
    {
        rules!.RemoveAll(old => old.Number == rule.Number);
        (editing, effects) = (null, null);
    }

    private void Write(string text) => (lexicon, effects, problem) = (text, null, null);

    private Task ShowEffect() => Try(async terms => effects = await Desk.Preview.Run(rules!, terms));

    private async Task Ask()
    {
        (saving, asked, waiting) = (true, false, await Desk.Submissions.CountWaiting());
    }

    private async Task Save()
    {
        asked = true;
        if (!IsUnreasoned) await Try(Put);
    }

    private async Task Put(Lexicon terms)
    {
        var (number, cases, measured) = await Desk.Save.Run(Me.Actor, current, rules!, terms, why);
        await Load();
        Toasts.Done($"Version {number} is in force. {(cases == 0 ? "It finds nothing new in live editions." : $"{cases} {(cases == 1 ? "find waits" : "finds wait")} in the queue.")}{(measured == 0 ? "" : $" {PolicyWords.MeasuredAgain(measured)}.")}");
    }

    private async Task Try(Func<Lexicon, Task> work)
    {
        if (rules is null || busy) return;
        (busy, problem) = (true, null);
        try
        {
            await work(Lexicon.Read(lexicon));
        }
        catch (Exception told) when (told is RefusedException or FormatException)
        {
            problem = told.Message;
        }
        finally
        {
            busy = false;
        }

        StateHasChanged();
    }
}
