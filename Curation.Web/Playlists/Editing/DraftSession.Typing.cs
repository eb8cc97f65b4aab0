using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>What is being typed into a field of the draft: saved as one edit at every pause, so that leaving without a word loses nothing.</summary>
public sealed partial class DraftSession
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(1);

    private FieldEdit? typed;
    private FieldEdit? written;
    private ITimer? resting;

    /// <summary>Whether a field holds what is not in the store yet.</summary>
    public bool Typing => typed is not null;

    /// <summary>Takes what a field holds now, with what its writer saw there before; it is saved when nothing more is typed for a moment, or anything else is done.</summary>
    public Task Type(FieldEdit edit)
    {
        var another = typed is { } last && !SameField(last, edit) && HoldTyped();
        var first = typed is null;
        typed = edit with { Was = Seen(edit) };
        resting ??= clock.CreateTimer(_ => _ = dispatch(Rest), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        resting.Change(TypingPause, Timeout.InfiniteTimeSpan);
        if (first) Changed?.Invoke();
        return another ? Flush() : Task.CompletedTask;
    }

    /// <summary>Saves what was typed without waiting for a pause.</summary>
    public Task Rest() => HoldTyped() ? Flush() : Task.CompletedTask;

    private bool HoldTyped()
    {
        if (typed is not { } edit) return false;
        (typed, written) = (null, edit);
        if (Hold(new DraftEdit.SetFields([edit]))) return true;
        Changed?.Invoke();
        return false;
    }

    /// <summary>Shows an edit and lets it wait to be saved; false where it changes nothing.</summary>
    private bool Hold(DraftEdit edit)
    {
        var before = Draft;
        if (Show(edit) is not { } meant || Draft.Equals(before)) return false;
        undo.Push(Back(before));
        redo.Clear();
        Keep(meant);
        return true;
    }

    /// <summary>What the writer saw: where the field was not drawn again since it was saved here, what was saved.</summary>
    private string? Seen(FieldEdit edit)
    {
        if (typed is { } going) return going.Was;
        var drawnLate = written is { } last && SameField(last, edit) && last.Was == edit.Was && DraftFields.Read(Draft, edit.Track, edit.Field) == last.Now;
        return drawnLate ? written!.Now : edit.Was;
    }

    private static bool SameField(FieldEdit one, FieldEdit other) => (one.Track, one.Field) == (other.Track, other.Field);
}
