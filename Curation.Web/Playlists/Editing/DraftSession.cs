using System.Data.Common;
using Curation.Core.Catalog;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>The draft on one page: shown at once, saved one edit after the other, and put together with what others save meanwhile.</summary>
/// <param name="opened">The playlist as it was opened.</param>
/// <param name="me">Who edits.</param>
/// <param name="save">Saves an edit made on a version.</param>
/// <param name="clock">Says when, and when to try again.</param>
/// <param name="dispatch">Runs a retry where the page runs.</param>
public sealed partial class DraftSession(PlaylistView opened, PersonId me, Func<int, DraftEdit, Task<EditOutcome>> save, TimeProvider clock, Func<Func<Task>, Task> dispatch) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly IReadOnlySet<TrackId> Nothing = new HashSet<TrackId>();

    private readonly Queue<DraftEdit> waiting = new();
    private readonly List<EditConflict> conflicts = [];
    private readonly Steps undo = new();
    private readonly Steps redo = new();
    private TimeSpan pause = FirstPause;
    private ITimer? retry;
    private bool busy;
    private bool left;

    /// <summary>What the store holds, as far as this page knows.</summary>
    public PlaylistView Saved { get; private set; } = opened;

    /// <summary>What the page shows: what the store holds, with the edits that wait on top.</summary>
    public Draft Draft { get; private set; } = opened.Draft;

    public SaveState State { get; private set; }

    /// <summary>Values on which somebody else decided otherwise meanwhile; theirs stand until the person chooses.</summary>
    public IReadOnlyList<EditConflict> Conflicts => conflicts;

    /// <summary>Edits that are not in the store yet.</summary>
    public int Waiting => waiting.Count;

    /// <summary>The edits that wait, the oldest first.</summary>
    public IReadOnlyList<DraftEdit> Held => [.. waiting];

    /// <summary>Edits stay here, to be suggested to the owner together.</summary>
    public bool Suggesting { get; set; }

    /// <summary>Whether leaving the page now would lose edits.</summary>
    public bool WouldLose => State is SaveState.Failed || conflicts.Count > 0 || (Suggesting && (waiting.Count > 0 || Typing));

    public bool CanUndo => undo.Count > 0;

    public bool CanRedo => redo.Count > 0;

    public event Action? Changed;

    /// <summary>An edit could not be made; the text says what was kept.</summary>
    public event Action<string>? Refused;

    /// <summary>Others changed these tracks on this page just now.</summary>
    public event Action<IReadOnlySet<TrackId>>? Taken;

    /// <summary>Makes an edit: on the page now, in the store as soon as it can be.</summary>
    public Task Do(DraftEdit edit)
    {
        var typedFirst = HoldTyped();
        return Hold(edit) || typedFirst ? Flush() : Task.CompletedTask;
    }

    public Task Undo() => Step(undo, redo, "took an edit back");

    public Task Redo() => Step(redo, undo, "made an edit again");

    /// <summary>Leaves a value as somebody else wrote it.</summary>
    public void LeaveTheirs(EditConflict conflict)
    {
        conflicts.Remove(conflict);
        Settle();
        Changed?.Invoke();
    }

    /// <summary>Writes this page's value, or a third one, over somebody else's after all.</summary>
    public Task Choose(EditConflict conflict, DraftEdit choice)
    {
        conflicts.Remove(conflict);
        Settle();
        return Do(choice);
    }

    /// <summary>Takes in what others saved, under what waits here.</summary>
    public void Take(PlaylistView view)
    {
        if (view.Version < Saved.Version) return;
        var shown = Draft;
        Saved = view;
        Rebase();
        Settle();
        var moved = shown.Equals(Draft) ? Nothing : DraftDiff.Between(shown, Draft).Tracks.ToHashSet();
        if (moved.Count > 0) Taken?.Invoke(moved);
        Changed?.Invoke();
    }

    /// <summary>Goes on from a state that was read anew, and drops what waits.</summary>
    public void Refresh(PlaylistView view)
    {
        Saved = view;
        Draft = view.Draft;
        typed = null;
        conflicts.Clear();
        State = SaveState.Saved;
        waiting.Clear();
        undo.Clear();
        redo.Clear();
        Changed?.Invoke();
    }

    /// <summary>Saves what waits.</summary>
    public async Task Flush()
    {
        if (busy || Suggesting) return;
        busy = true;
        try
        {
            while (waiting.TryPeek(out var edit) && await Save(edit))
            {
                // The next one, until none waits or the store does not answer.
            }
        }
        finally
        {
            busy = false;
            Changed?.Invoke();
        }
    }

    /// <summary>Ends the session: what was typed or is being saved is still saved, but nothing is tried again.</summary>
    public void Dispose()
    {
        left = true;
        retry?.Dispose();
        resting?.Dispose();
        if (HoldTyped()) _ = Flush();
    }

    private Task Step(Steps from, Steps to, string words)
    {
        var typedFirst = HoldTyped();
        if (from.Count == 0) return typedFirst ? Flush() : Task.CompletedTask;
        var before = Draft;
        if (Show(new DraftEdit.Several([from.Pop()], words)) is not { } meant) return Task.CompletedTask;
        if (!Draft.Equals(before)) to.Push(Back(before));
        Keep(meant);
        return Flush();
    }

    /// <summary>The edit that leads from what the page shows back to a state before; it names only what was done here, so it takes nobody else's work back.</summary>
    private DraftEdit Back(Draft before) => new DraftEdit.Several([.. EditSteps.Between(Draft, before)], "");

    /// <summary>Shows an edit and says it as it was meant, or tells why it cannot be.</summary>
    private DraftEdit? Show(DraftEdit edit)
    {
        try
        {
            var meant = Merge.Refine(Draft, edit, me, clock.GetUtcNow());
            Draft = Draft.Apply(meant, me, clock.GetUtcNow());
            return meant;
        }
        catch (RefusedException refused)
        {
            Refused?.Invoke(refused.Message);
            return null;
        }
    }

    private void Keep(DraftEdit edit)
    {
        waiting.Enqueue(edit);
        Changed?.Invoke();
    }

    private async Task<bool> Save(DraftEdit edit)
    {
        State = SaveState.Saving;
        try
        {
            var outcome = await save(Saved.Version, edit);
            Done();
            foreach (var conflict in outcome.Conflicts)
            {
                conflicts.RemoveAll(old => (old.Track, old.Field) == (conflict.Track, conflict.Field));
                conflicts.Add(conflict);
            }

            Take(outcome.Now);
            return waiting.Count > 0;
        }
        catch (RefusedException refused)
        {
            Done();
            Rebase();
            Settle();
            Refused?.Invoke(refused.Message);
            return waiting.Count > 0;
        }
        catch (Exception error) when (error is DbException or TimeoutException or IOException || error.InnerException is DbException)
        {
            State = SaveState.Failed;
            TryAgainLater();
            return false;
        }
    }

    private void Done()
    {
        if (waiting.Count > 0) waiting.Dequeue();
        pause = FirstPause;
    }

    private void Settle()
    {
        if (State == SaveState.Failed && waiting.Count > 0) return;
        State = conflicts.Count > 0 ? SaveState.Conflict : busy && waiting.Count > 0 ? SaveState.Saving : SaveState.Saved;
    }

    /// <summary>What the store holds, with what waits on top; an edit that has nothing to stand on any more is left to the store to answer.</summary>
    private void Rebase()
    {
        Draft = Saved.Draft;
        foreach (var edit in waiting)
        {
            try
            {
                Draft = Draft.Apply(edit, me, clock.GetUtcNow());
            }
            catch (RefusedException)
            {
                continue;
            }
        }
    }

    private void TryAgainLater()
    {
        retry?.Dispose();
        if (left) return;
        retry = clock.CreateTimer(_ => _ = dispatch(Flush), null, pause, Timeout.InfiniteTimeSpan);
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }
}
