using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>A decision that was made about a case. It is never changed; another decision follows it.</summary>
public sealed class ContentDecision
{
    private ContentDecision()
    {
    }

    internal ContentDecision(int ofCase, int? appeal, ContentVerdict verdict, PersonId by, DateTimeOffset at)
    {
        Case = ofCase;
        Appeal = appeal;
        Measure = verdict.Measure;
        Reason = verdict.Reason;
        Everywhere = verdict.Everywhere;
        Territories = verdict.Territories;
        Until = verdict.Until;
        By = by;
        At = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The case.</summary>
    public int Case { get; private set; }

    /// <summary>The appeal that it answers; null for the first decision.</summary>
    public int? Appeal { get; private set; }

    /// <summary>What is done.</summary>
    public ContentMeasure Measure { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether it counts in every playlist.</summary>
    public bool Everywhere { get; private set; }

    /// <summary>Where it counts; null for everywhere.</summary>
    public string? Territories { get; private set; }

    /// <summary>The last day on which it counts; null for no end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Who decided.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
