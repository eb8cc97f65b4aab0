using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Curation.Web.Playlists.Together;
using Curation.Web.Shared;

namespace Curation.Web.Playlists;

/// <summary>Others on the same playlist: who they are, where they are, and what they just did.</summary>
public sealed partial class EditorPage
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(2);
    private static readonly Dictionary<TrackId, string> Calm = [];

    private IReadOnlyList<Visitor> others = [];
    private IReadOnlyDictionary<TrackId, string> fresh = Calm;
    private RowMarks marks = RowMarks.None;
    private PersonId heard;
    private Pause? calm;
    private bool looking;
    private bool again;

    private void Meet(IReadOnlyList<Visitor> now)
    {
        others = now;
        Mark();
        StateHasChanged();
    }

    /// <summary>Takes in what was committed; news that come while it is being read are read together afterwards.</summary>
    private async Task Hear(PersonId by)
    {
        if (by != Me.Id) heard = by;
        again = true;
        if (looking) return;
        looking = true;
        try
        {
            while (again && session is { } open)
            {
                again = false;
                if (await Playlists.Newest(Playlist) is { } view && ReferenceEquals(open, session)) session.Take(view);
            }
        }
        finally
        {
            looking = false;
        }
    }

    /// <summary>Shows for a moment which rows somebody else changed.</summary>
    private void Show(IReadOnlySet<TrackId> tracks)
    {
        var name = others.FirstOrDefault(visitor => visitor.Person == heard)?.Name ?? "somebody else";
        fresh = tracks.ToDictionary(track => track, _ => name);
        Mark();
        calm ??= new Pause(Clock, Shown, () => _ = InvokeAsync(() =>
        {
            fresh = Calm;
            Mark();
            StateHasChanged();
        }));
        calm.Begin();
    }

    private void Mark() => marks = new RowMarks(others, fresh, new Dictionary<TrackId, int>());
}
