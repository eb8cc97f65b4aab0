using Curation.Core.Catalog;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Together;
using Curation.Core.Playlists;
using Curation.Web.Account;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Playlists.Together;

/// <summary>What others suggest for a playlist, and who may edit it.</summary>
public sealed partial class SuggestionsPage
{
    private readonly List<EditConflict> conflicts = [];
    private Dictionary<TrackId, string> titles = [];
    private IReadOnlyList<ProposalView> rows = [];
    private Ownership? ownership;
    private PlaylistView? view;
    private bool missing;

    [Parameter] public int Id { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    [Inject] public required ReadTracks Tracks { get; set; }

    [Inject] public required EditDraft Edits { get; set; }

    private string Lead => ownership is null ? "" : ownership.Owner == Me.Id ? "You own this playlist: take what is good, and leave the rest with a word." : $"{Name(ownership.OwnerName)} owns this playlist and decides.";

    protected override Task OnParametersSetAsync() => Read();

    private static string Name(string name) => name.Length > 0 ? name : "The system";

    private string TitleOf(TrackId track) => titles.GetValueOrDefault(track, $"track {track}");

    private async Task Read()
    {
        var id = new PlaylistId(Id);
        view = await Playlists.Newest(id);
        ownership = await Proposals.Owner(id);
        missing = view is null;
        if (missing) return;
        rows = await Proposals.Of(id);
        var named = rows.SelectMany(row => row.Edits).SelectMany(edit => EditTracks.Of(edit.Edit)).Concat(conflicts.Select(conflict => conflict.Track ?? default)).Concat(view!.Draft.Pool.Select(entry => entry.Track)).Distinct();
        titles = (await Tracks.Of(named)).ToDictionary(pair => pair.Key, pair => pair.Value.Facts.Title);
    }

    private async Task Take(ProposalView row, (IReadOnlyCollection<int> Take, string Answer) choice)
    {
        var left = await Toasts.Try(() => Decide.Run(Me.Actor, row.Proposal.Id, choice.Take, choice.Answer), choice.Take.Count == 0 ? "Left. Its writer sees that, with your words." : "Taken, on top of the newest state.");
        if (left is not null) conflicts.AddRange(left);
        await Read();
    }

    private async Task Withdraw(ProposalView row)
    {
        await Toasts.Try(() => Suggest.Withdraw(Me.Actor, row.Proposal.Id), "Taken back.");
        await Read();
    }

    private async Task Insist((EditConflict Conflict, DraftEdit Choice) chosen)
    {
        conflicts.Remove(chosen.Conflict);
        if (await Toasts.Try(() => Edits.Run(Me.Actor, new PlaylistId(Id), view!.Version, chosen.Choice)) is { } outcome) conflicts.AddRange(outcome.Conflicts);
        await Read();
    }
}
