using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Web.Account;
using Curation.Web.Playlists.Candidates;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Curation.Web.Playlists.Editing;

/// <summary>Asks for candidates of the draft on the page, and asks again when what they rest on is another.</summary>
public sealed partial class Suggestions
{
    private CancellationTokenSource asking = new();
    private CandidateList? list;
    private IReadOnlyList<GenreRow> genres = [];
    private IReadOnlyList<RefusalRow> refused = [];
    private SuggestionFilters filters = SuggestionFilters.None;
    private SteeringView steering = SteeringView.Plain;
    private Draft? asked;
    private bool busy;

    [Parameter, EditorRequired] public PlaylistId Playlist { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired] public required Draft Draft { get; set; }

    [Parameter] public bool CanEdit { get; set; }

    [Parameter] public EventCallback<DraftEdit> OnEdit { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    protected override async Task OnInitializedAsync()
    {
        genres = await Desk.Genres.All();
        refused = await Desk.Refusals.Of(Playlist);
        steering = await Desk.Steering.Of(Playlist);
    }

    protected override Task OnParametersSetAsync() => asked is null || !RestsOnTheSame(asked, Draft) ? Ask() : Task.CompletedTask;

    public void Dispose()
    {
        asking.Cancel();
        asking.Dispose();
    }

    private static bool RestsOnTheSame(Draft one, Draft other) =>
        one.Seed == other.Seed && one.Need == other.Need && one.Blend.ArtistSeparation == other.Blend.ArtistSeparation && one.Flow?.Artist?.Distance == other.Flow?.Artist?.Distance && one.Pool.Length == other.Pool.Length && one.Pool.Select(entry => entry.Track).ToHashSet().SetEquals(other.Pool.Select(entry => entry.Track));

    private async Task Ask()
    {
        await asking.CancelAsync();
        asking.Dispose();
        asking = new CancellationTokenSource();
        var mine = asking.Token;
        asked = Draft;
        busy = true;
        try
        {
            var found = await Desk.Suggest.For(Playlist, Draft, filters, cancel: mine);
            if (!mine.IsCancellationRequested) list = found;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return;
        }

        busy = false;
    }

    private Task Filter(SuggestionFilters wanted)
    {
        filters = wanted;
        return Ask();
    }

    /// <summary>The candidate leaves the list at once; the next answer follows from the larger pool.</summary>
    private Task Accept(Candidate candidate)
    {
        Hide(candidate.Track.Id);
        return OnEdit.InvokeAsync(new DraftEdit.AddTracks([candidate.Track.Id]));
    }

    private async Task Drop(RefusalChoice choice)
    {
        var (actor, track) = (new Actor(Me.Id), choice.Candidate.Track);
        var refusal = 0;
        Func<Task> refuse = async () => refusal = await Desk.Refuse.Run(actor, track.Id, choice.Scope(Playlist, Draft.Seed), choice.Until(Clock.GetUtcNow()), choice.Why);
        if (!await Toasts.Try(refuse)) return;
        Hide(track.Id);
        refused = await Desk.Refusals.Of(Playlist);
        _ = InvokeAsync(async () =>
        {
            await Ask();
            StateHasChanged();
        });
        Toasts.Done($"“{track.Title}” is not suggested {choice.Words} any more.", () => InvokeAsync(async () =>
        {
            await Restore(refusal);
            StateHasChanged();
        }));
    }

    private async Task Restore(int refusal)
    {
        await Toasts.Try(() => Desk.TakeBackRefusal.Run(new Actor(Me.Id), refusal));
        refused = await Desk.Refusals.Of(Playlist);
        await Ask();
    }

    /// <summary>More like a candidate or less of its artist, with a way back; the answer follows at once.</summary>
    private Task Steer(SteerChoice choice)
    {
        var (actor, track) = (new Actor(Me.Id), choice.Candidate.Track);
        return Retold(() => choice.More ? Desk.Steer.MoreLike(actor, Playlist, track.Id) : Desk.Steer.LessOf(actor, Playlist, track.Artists[0]));
    }

    private async Task Retold(Func<Task> tell)
    {
        if (!await Toasts.Try(tell)) return;
        steering = await Desk.Steering.Of(Playlist);
        await Ask();
    }

    private string SeedName => genres.FirstOrDefault(genre => genre.Id == Draft.Seed)?.Name ?? "";

    private Task WhyNot() => Dialogs.ShowAsync<WhyNotDialog>("Why not…?", new DialogParameters<WhyNotDialog>
    {
        { dialog => dialog.Playlist, Playlist },
        { dialog => dialog.Draft, Draft },
        { dialog => dialog.Filters, filters },
    });

    private void Hide(TrackId track)
    {
        if (list is not null) list = list with { Items = [.. list.Items.Where(item => item.Track.Id != track)] };
    }
}
