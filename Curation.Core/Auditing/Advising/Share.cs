using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Advising;

/// <summary>An assessment or an impact report that an adviser may read until a day.</summary>
public sealed class AdviserShare
{
    /// <summary>Longest message, in characters.</summary>
    public const int LongestMessage = 500;

    private AdviserShare()
    {
    }

    /// <summary>Shares one of the two.</summary>
    /// <param name="adviser">With whom.</param>
    /// <param name="assessment">The assessment; null where an impact report is shared.</param>
    /// <param name="impact">The version of an impact assessment; null where an assessment is shared.</param>
    /// <param name="message">What the adviser is asked.</param>
    /// <param name="until">When it ends by itself.</param>
    /// <param name="by">Who shares.</param>
    /// <param name="at">When.</param>
    public AdviserShare(PersonId adviser, int? assessment, int? impact, string message, DateTimeOffset until, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (assessment is null == impact is null) throw new ArgumentException("One thing is shared: an assessment or an impact report.", nameof(assessment));
        message = message.Trim();
        if (message.Length > LongestMessage) throw new RefusedException($"What an adviser is asked has at most {LongestMessage} characters; this has {message.Length}. Nothing was shared; shorten it.");
        if (until <= at) throw new RefusedException("The day until which it is shared has passed. Nothing was shared; choose a later day.");
        (Adviser, Assessment, Impact, Message, Until, By, At) = (adviser, assessment, impact, message, until, by, at);
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>With whom it is shared.</summary>
    public PersonId Adviser { get; private set; }

    /// <summary>The assessment; null where an impact report is shared.</summary>
    public int? Assessment { get; private set; }

    /// <summary>The version of an impact assessment; null where an assessment is shared.</summary>
    public int? Impact { get; private set; }

    /// <summary>What the adviser is asked.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Until when.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Who shared it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was ended before its time; null where it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public PersonId? EndedBy { get; private set; }

    /// <summary>Whether the adviser may read it at <paramref name="now"/>.</summary>
    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < Until;

    /// <summary>Ends it before its time; what was advised stays.</summary>
    public void End(PersonId by, DateTimeOffset at)
    {
        if (!IsOpen(at)) throw new RefusedException("It is not shared any more; nothing was changed.");
        (EndedBy, EndedAt) = (by, at);
    }
}
