using System.Data.Common;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>The draft on one page: shown at once, saved one edit after the other, and never over somebody else's.</summary>
/// <param name="opened">The playlist as it was opened.</param>
/// <param name="me">Who edits.</param>
/// <param name="save">Saves an edit made on a version.</param>
/// <param name="clock">Says when, and when to try again.</param>
/// <param name="dispatch">Runs a retry where the page runs.</param>
public sealed class DraftSession(PlaylistView opened, PersonId me, Func<int, DraftEdit, Task<EditOutcome>> save, TimeProvider clock, Func<Func<Task>, Task> dispatch) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Queue<DraftEdit> waiting = new();
    private readonly Steps undo = new();
    private readonly Steps redo = new();
    private TimeSpan pause = FirstPause;
    private ITimer? retry;
    private bool busy;
    private bool left;

    /// <summary>What the store holds, as far as this page knows.</summary>
    public PlaylistView Saved { get; private set; } = opened;

    /// <summary>What the page shows.</summary>
    public Draft Draft { get; private set; } = opened.Draft;

    public SaveState State { get; private set; }

    public DraftConflict? Conflict { get; private set; }

    /// <summary>Edits that are not in the store yet.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Whether leaving the page now would lose edits.</summary>
    public bool WouldLose => State is SaveState.Failed or SaveState.Conflict;

    public bool CanUndo => undo.Count > 0 && Conflict is null;

    public bool CanRedo => redo.Count > 0 && Conflict is null;

    public event Action? Changed;

    /// <summary>An edit could not be made; the text says what was kept.</summary>
    public event Action<string>? Refused;

    /// <summary>Makes an edit: on the page now, in the store as soon as it can be.</summary>
    public Task Do(DraftEdit edit)
    {
        var before = Draft;
        if (!Show(edit) || Draft.Equals(before)) return Task.CompletedTask;
        undo.Push(before);
        redo.Clear();
        return Keep(edit);
    }

    public Task Undo() => Step(undo, redo, "took an edit back");

    public Task Redo() => Step(redo, undo, "made an edit again");

    /// <summary>Drops what the page shows and goes on from what is in the store.</summary>
    public void TakeTheirs()
    {
        if (Conflict is not { } conflict) return;
        Refresh(conflict.Theirs);
    }

    /// <summary>Puts what was done here on top of what is in the store.</summary>
    public Task KeepMine()
    {
        if (Conflict is not { } conflict) return Task.CompletedTask;
        var merged = EditSteps.OnTop(conflict.Theirs.Draft, conflict.Common, conflict.Mine, me, clock.GetUtcNow(), out var dropped);
        Refresh(conflict.Theirs);
        foreach (var reason in dropped) Refused?.Invoke(reason);
        return Do(new DraftEdit.ReplaceDraft(merged, $"put an edit on top of revision {conflict.Theirs.RevisionNumber}"));
    }

    /// <summary>Goes on from a state that was read anew.</summary>
    public void Refresh(PlaylistView view)
    {
        Saved = view;
        Draft = view.Draft;
        Conflict = null;
        State = SaveState.Saved;
        waiting.Clear();
        undo.Clear();
        redo.Clear();
        Changed?.Invoke();
    }

    /// <summary>Saves what waits.</summary>
    public async Task Flush()
    {
        if (busy || Conflict is not null) return;
        busy = true;
        try
        {
            while (waiting.TryPeek(out var edit) && await Save(edit))
            {
                // The next one, until none waits or one cannot be saved.
            }
        }
        finally
        {
            busy = false;
            Changed?.Invoke();
        }
    }

    /// <summary>Ends the session: what is being saved is still saved, but nothing is tried again.</summary>
    public void Dispose()
    {
        left = true;
        retry?.Dispose();
    }

    private Task Step(Steps from, Steps to, string words)
    {
        if (Conflict is not null || from.Count == 0) return Task.CompletedTask;
        to.Push(Draft);
        var edit = new DraftEdit.ReplaceDraft(from.Pop(), words);
        Show(edit);
        return Keep(edit);
    }

    private bool Show(DraftEdit edit)
    {
        if (Conflict is not null)
        {
            Refused?.Invoke("Choose first what to do with the other editor's changes. This edit was not made.");
            return false;
        }

        try
        {
            Draft = Draft.Apply(edit, me, clock.GetUtcNow());
            return true;
        }
        catch (RefusedException refused)
        {
            Refused?.Invoke(refused.Message);
            return false;
        }
    }

    private Task Keep(DraftEdit edit)
    {
        waiting.Enqueue(edit);
        Changed?.Invoke();
        return Flush();
    }

    private async Task<bool> Save(DraftEdit edit)
    {
        State = SaveState.Saving;
        try
        {
            var outcome = await save(Saved.Version, edit);
            if (!outcome.Conflict) return Saving(outcome.Now);
            Conflict = new DraftConflict(outcome.Now, Saved.Draft, Draft);
            State = SaveState.Conflict;
            return false;
        }
        catch (RefusedException refused)
        {
            Refresh(Saved);
            Refused?.Invoke(refused.Message);
            return false;
        }
        catch (Exception error) when (error is DbException or TimeoutException or IOException || error.InnerException is DbException)
        {
            State = SaveState.Failed;
            TryAgainLater();
            return false;
        }
    }

    private bool Saving(PlaylistView now)
    {
        waiting.Dequeue();
        Saved = now;
        pause = FirstPause;
        if (waiting.Count > 0) return true;
        Draft = now.Draft;
        State = SaveState.Saved;
        return false;
    }

    private void TryAgainLater()
    {
        retry?.Dispose();
        if (left) return;
        retry = clock.CreateTimer(_ => _ = dispatch(Flush), null, pause, Timeout.InfiniteTimeSpan);
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }
}
