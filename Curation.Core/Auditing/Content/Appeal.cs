using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>Which side appeals.</summary>
public enum AppealSide
{
    /// <summary>Who reported it.</summary>
    Reporter,

    /// <summary>The people of the playlist.</summary>
    Playlist,
}

/// <summary>Where an appeal stands.</summary>
public enum AppealState
{
    /// <summary>Waits for somebody who has not decided before.</summary>
    Waiting,

    /// <summary>The decision stands.</summary>
    Upheld,

    /// <summary>Another decision was made.</summary>
    Changed,
}

/// <summary>One side's wish that somebody else looks again. Each side has one in a case.</summary>
public sealed class Appeal
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 2_000;

    private Appeal()
    {
    }

    /// <summary>An appeal against the newest decision of a case; <paramref name="by"/> is null for a reporter who is nobody here.</summary>
    /// <exception cref="RefusedException">Nothing is decided, another appeal waits, or nothing was said.</exception>
    public Appeal(ContentCase against, AppealSide side, PersonId? by, string text, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(against);
        if (string.IsNullOrWhiteSpace(text)) throw new RefusedException("An appeal says what was overlooked or is wrong. Nothing was sent; write a sentence.");
        if (text.Length > LongestText) throw new RefusedException($"An appeal has at most {LongestText} characters; nothing was sent.");
        against.Reopen();
        Case = against.Id;
        Side = side;
        By = by;
        Text = text.Trim();
        At = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The case.</summary>
    public int Case { get; private set; }

    /// <summary>Which side appeals.</summary>
    public AppealSide Side { get; private set; }

    /// <summary>Who appeals; null for a reporter who is nobody here.</summary>
    public PersonId? By { get; private set; }

    /// <summary>What they say.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Where it stands.</summary>
    public AppealState State { get; private set; }

    /// <summary>Who answered it.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Answers it by a new decision of the case, which may be the same as before.</summary>
    /// <param name="of">The case.</param>
    /// <param name="verdict">What is decided now.</param>
    /// <param name="by">By whom; nobody who decided, reported or wrote before.</param>
    /// <param name="involved">Who wrote in the playlist or reported.</param>
    /// <param name="earlier">Who decided about the case before.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RefusedException">It was answered already, or this person may not; nothing was changed.</exception>
    public ContentDecision Answer(ContentCase of, ContentVerdict verdict, PersonId by, IReadOnlyCollection<PersonId> involved, IReadOnlyCollection<PersonId> earlier, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (State != AppealState.Waiting) throw new RefusedException($"This appeal was already answered on {DecidedAt:d MMMM}. Nothing was changed.");
        if (of.Id != Case) throw new ArgumentException("The appeal is against another case.", nameof(of));
        if (earlier.Contains(by)) throw new RefusedException("You decided this before, so somebody else has to look again. Nothing was changed.");
        if (by == By) throw new RefusedException("This is your own appeal, so somebody else has to look. Nothing was changed.");
        var before = of.Measure;
        var decision = of.Answer(this, verdict, by, involved, at);
        State = decision.Measure == before ? AppealState.Upheld : AppealState.Changed;
        (DecidedBy, DecidedAt) = (by, at);
        Version++;
        return decision;
    }
}
