using Curation.Core.Playlists;

namespace Curation.Core.Storage.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Is being worked on; after a restart, was.</summary>
    Running,

    /// <summary>Did what it was asked.</summary>
    Done,

    /// <summary>Stopped at an error; what it had finished is kept.</summary>
    Failed,

    /// <summary>Stopped by a person; what it had finished is kept.</summary>
    Cancelled,
}

/// <summary>Long work as a row: what, how far, by whom, and the bookmark from which it goes on after a stop.</summary>
public sealed class Job
{
    private Job()
    {
    }

    /// <summary>A job that waits for its turn; <paramref name="key"/> keeps the same work from being queued twice while it is unfinished.</summary>
    public Job(string kind, string title, string arguments, string? key, PersonId by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        Kind = kind;
        Title = title;
        Arguments = arguments;
        Key = key;
        By = by;
        QueuedAt = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>Which work does it, for instance "import".</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What people read.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Arguments as JSON.</summary>
    public string Arguments { get; private set; } = "";

    /// <summary>Names the work; no two unfinished jobs share one. Null where repeats are welcome.</summary>
    public string? Key { get; private set; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; private set; }

    /// <summary>Share done, 0 to 1.</summary>
    public double Progress { get; private set; }

    /// <summary>What it does just now.</summary>
    public string Doing { get; private set; } = "";

    /// <summary>From where it goes on, as JSON; saved in the transaction of the effect it stands for.</summary>
    public string? Bookmark { get; private set; }

    /// <summary>Whether a person asked it to stop.</summary>
    public bool CancelRequested { get; private set; }

    /// <summary>How often it was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Who asked for it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When it was first started.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What went wrong, what was kept and what to do.</summary>
    public string? Error { get; private set; }

    /// <summary>What came of it, as JSON.</summary>
    public string? Result { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool Ended => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    /// <summary>Starts it, or starts it again after a stop.</summary>
    public void Start(DateTimeOffset at)
    {
        State = JobState.Running;
        StartedAt ??= at;
        EndedAt = null;
        Error = null;
        Starts++;
    }

    /// <summary>Notes how far it is.</summary>
    public void Report(double progress, string doing)
    {
        Progress = Math.Clamp(progress, 0, 1);
        Doing = doing;
    }

    /// <summary>Notes from where it goes on; save it together with the effect.</summary>
    public void Mark(string bookmark) => Bookmark = bookmark;

    /// <summary>Asks it to stop.</summary>
    public void RequestCancel() => CancelRequested = true;

    /// <summary>Puts a failed or cancelled job back in the queue, to go on from its bookmark.</summary>
    public void Resume(DateTimeOffset at)
    {
        if (State is not (JobState.Failed or JobState.Cancelled)) throw new RefusedException("Only a job that failed or was cancelled can be resumed.");
        State = JobState.Queued;
        CancelRequested = false;
        QueuedAt = at;
        EndedAt = null;
    }

    /// <summary>Ends it.</summary>
    public void End(JobState state, DateTimeOffset at, string? result = null, string? error = null)
    {
        State = state;
        EndedAt = at;
        Result = result ?? Result;
        Error = error;
        if (state == JobState.Done) Progress = 1;
    }
}
