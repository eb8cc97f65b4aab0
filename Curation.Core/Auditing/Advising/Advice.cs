using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Advising;

/// <summary>What becomes of a piece of advice.</summary>
public enum AdviceResponse
{
    /// <summary>It is followed.</summary>
    Accepted,

    /// <summary>It is followed in part.</summary>
    Partly,

    /// <summary>It is not followed.</summary>
    NotAccepted,
}

/// <summary>Where a piece of advice stands.</summary>
public enum AdviceState
{
    /// <summary>Nobody has responded.</summary>
    Open,

    /// <summary>Somebody has responded.</summary>
    Answered,

    /// <summary>It was answered and is done with.</summary>
    Closed,
}

/// <summary>What an adviser says about what was shared with them, and what became of it. It cannot be closed before somebody else has responded with a reason.</summary>
public sealed class Advice
{
    /// <summary>Longest advice and longest reason, in characters.</summary>
    public const int LongestText = 4_000;

    private Advice()
    {
    }

    /// <summary>Advice on the whole, or on one figure.</summary>
    /// <param name="share">What was shared.</param>
    /// <param name="figure">The figure as its key writes it; empty for advice on the whole.</param>
    /// <param name="text">The advice.</param>
    /// <param name="by">The adviser.</param>
    /// <param name="at">When.</param>
    public Advice(int share, string figure, string text, PersonId by, DateTimeOffset at)
    {
        (Share, Figure, Text, By, At) = (share, figure, Checked(text, "Advice"), by, at);
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The share that it speaks to.</summary>
    public int Share { get; private set; }

    /// <summary>The figure it is about; empty for the whole.</summary>
    public string Figure { get; private set; } = "";

    /// <summary>The advice.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The adviser.</summary>
    public PersonId By { get; private set; }

    /// <summary>When it was left.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What becomes of it; null while nobody has responded.</summary>
    public AdviceResponse? Response { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who responded.</summary>
    public PersonId? RespondedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? RespondedAt { get; private set; }

    /// <summary>Who closed it.</summary>
    public PersonId? ClosedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Where it stands.</summary>
    public AdviceState State => ClosedAt is not null ? AdviceState.Closed : Response is not null ? AdviceState.Answered : AdviceState.Open;

    /// <summary>Records what becomes of it, once, by somebody other than the adviser.</summary>
    public void Respond(AdviceResponse response, string reason, PersonId by, DateTimeOffset at)
    {
        if (State != AdviceState.Open) throw new RefusedException("Somebody has responded already, and a response stands. Nothing was changed; reload to read it.");
        if (by == By) throw new RefusedException("Nobody responds to their own advice. Nothing was changed.");
        (Response, Reason, RespondedBy, RespondedAt) = (response, Checked(reason, "A response"), by, at);
        Version++;
    }

    /// <summary>Puts it away once it was responded to.</summary>
    public void Close(PersonId by, DateTimeOffset at)
    {
        if (State == AdviceState.Open) throw new RefusedException("This advice has no recorded response yet, so it cannot be closed. Respond to it first.");
        if (State == AdviceState.Closed) throw new RefusedException("This advice is closed already; nothing was changed.");
        (ClosedBy, ClosedAt) = (by, at);
        Version++;
    }

    private static string Checked(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length == 0) throw new RefusedException($"{what} needs words. Nothing was changed.");
        if (text.Length > LongestText) throw new RefusedException($"{what} has at most {LongestText} characters; this one has {text.Length}. Nothing was changed; shorten it.");
        return text;
    }
}
