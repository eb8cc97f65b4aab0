using Curation.Core.Catalog;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Curation.Web.Playlists.Candidates;

/// <summary>The candidates of a playlist. Injects only the script runtime, for the arrow keys.</summary>
public sealed partial class CandidatesPane : IAsyncDisposable
{
    // Three screens of them; a line costs the server 9 KiB as long as it is shown.
    private const int Step = 24;

    private IReadOnlyList<SectionPart> sections = [];
    private IReadOnlyList<TrackId> tracks = [];
    private CandidateList? sectioned;
    private int shown = Step;
    private bool sharing;
    private (CandidateList?, bool, SuggestionFilters, IReadOnlyList<GenreRow>, SteeringView, bool, string, DateOnly?, string, int, bool) drawn;
    private ElementReference rows;
    private IJSObjectReference? module;

    [Inject]
    public required IJSRuntime Js { get; set; }

    /// <summary>What to show, as <see cref="SuggestTracks"/> answers; null while it is being looked for the first time.</summary>
    [Parameter, EditorRequired]
    public CandidateList? List { get; set; }

    /// <summary>True while a newer answer is on its way; the old one stays on screen.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>The filters that <see cref="List"/> was asked for with.</summary>
    [Parameter]
    public SuggestionFilters Filters { get; set; } = SuggestionFilters.None;

    /// <summary>The editor wants other filters: ask again.</summary>
    [Parameter]
    public EventCallback<SuggestionFilters> FiltersChanged { get; set; }

    /// <summary>Genres to choose from; empty hides that filter.</summary>
    [Parameter]
    public IReadOnlyList<GenreRow> Genres { get; set; } = [];

    /// <summary>The editor wants the candidate in the pool.</summary>
    [Parameter]
    public EventCallback<Candidate> OnAccept { get; set; }

    /// <summary>The editor does not want the candidate, here or everywhere, for a while or for good.</summary>
    [Parameter]
    public EventCallback<RefusalChoice> OnRefuse { get; set; }

    /// <summary>The editor wants more like the candidate, or less of its artist.</summary>
    [Parameter]
    public EventCallback<SteerChoice> OnSteer { get; set; }

    /// <summary>What the engine was told, and the shares of the sections.</summary>
    [Parameter]
    public SteeringView Steering { get; set; } = SteeringView.Plain;

    /// <summary>The editor takes back what the engine was told.</summary>
    [Parameter]
    public EventCallback<SteerRow> OnUnsteer { get; set; }

    /// <summary>The editor wants other shares.</summary>
    [Parameter]
    public EventCallback<CandidateShares> OnShares { get; set; }

    /// <summary>Name of the genre that the playlist starts from; empty where there is none.</summary>
    [Parameter]
    public string SeedName { get; set; } = "";

    /// <summary>The day on which it is asked, for what is fresh.</summary>
    [Parameter]
    public DateOnly? Today { get; set; }

    /// <summary>The editor misses a track and asks why it is not here.</summary>
    [Parameter]
    public EventCallback OnWhyNot { get; set; }

    /// <summary>Tells these candidates from others to the player.</summary>
    [Parameter]
    public string PlayKey { get; set; } = "candidates";

    /// <summary>Shows candidates without the buttons that change anything.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>What to do when there is nothing to suggest from.</summary>
    [Parameter]
    public string EmptyNext { get; set; } = "Add a track to the pool, choose a genre to start from, or write down what the listener needs.";

    private string? Detail => List is null ? null : FormattableString.Invariant($"{List.Items.Count} {FromWords(List.From)} · {Spans.Brief(List.Took)}");

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(sectioned, List)) return;
        sectioned = List;
        Cut();
    }

    /// <summary>The page around it is drawn at every step through the pool; hundreds of chips that stay the same are not.</summary>
    protected override bool ShouldRender() => !Now.Equals(drawn);

    private (CandidateList?, bool, SuggestionFilters, IReadOnlyList<GenreRow>, SteeringView, bool, string, DateOnly?, string, int, bool) Now =>
        (List, Busy, Filters, Genres, Steering, ReadOnly, SeedName, Today, PlayKey, shown, sharing);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (List is not { Items.Count: > 0 }) return;
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./Playlists/Candidates/CandidatesPane.razor.js");
        await module.InvokeVoidAsync("attach", rows);
    }

    private void ShowMore()
    {
        shown += Step;
        Cut();
    }

    private void Cut()
    {
        sections = List is null ? [] : SectionPart.Of([.. List.Items.Take(shown)]);
        tracks = [.. sections.SelectMany(section => section.Items).Select(item => item.Track.Id)];
    }

    private int Share(SectionPart section) => SectionPart.ShareOf(section.Section, Steering.Shares);

    private static string FromWords(StartingPoint from) => from switch
    {
        StartingPoint.Pool => "from the pool",
        StartingPoint.Seed => "from the genre's seed",
        StartingPoint.Need => "from the need",
        _ => "by plays",
    };

    public async ValueTask DisposeAsync()
    {
        if (module is not null) await Leaving.Quietly(async () => await module.DisposeAsync());
    }
}
