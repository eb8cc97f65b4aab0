using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Reviewing;

/// <summary>A reviewer has a submission in hand for a while, so that two do not do the same work.</summary>
public sealed class ReviewClaim
{
    /// <summary>How long a claim holds before it ends by itself.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(45);

    private ReviewClaim()
    {
    }

    /// <summary>A claim from now on.</summary>
    public ReviewClaim(int submission, PersonId by, DateTimeOffset at)
    {
        Submission = submission;
        Take(by, at);
    }

    /// <summary>The submission.</summary>
    public int Submission { get; private set; }

    /// <summary>Who has it.</summary>
    public PersonId By { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Whether it holds at a moment.</summary>
    public bool Holds(DateTimeOffset now) => now < Until;

    /// <summary>Whether it keeps this person out at a moment.</summary>
    public bool KeepsOut(PersonId person, DateTimeOffset now) => By != person && Holds(now);

    /// <summary>Another person takes it, or the same one goes on.</summary>
    public void Take(PersonId by, DateTimeOffset at)
    {
        By = by;
        At = at;
        Until = at + Length;
    }
}

/// <summary>The first of two approvals that a submission needs. Append only.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="By">The reviewer.</param>
/// <param name="Assessment">The assessment that the reviewer saw; with another one it no longer counts.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When.</param>
public sealed record Endorsement(int Submission, PersonId By, int Assessment, string Reason, DateTimeOffset At)
{
    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }
}

/// <summary>A reviewer looked at a line of the checklist.</summary>
/// <param name="Submission">The submission.</param>
/// <param name="By">The reviewer.</param>
/// <param name="Line">The line, word for word.</param>
/// <param name="PolicyVersion">The version whose checklist it is from.</param>
/// <param name="At">When.</param>
public sealed record ReviewCheck(int Submission, PersonId By, string Line, int PolicyVersion, DateTimeOffset At);

/// <summary>An admin noted that accounts with the same number are one person's.</summary>
/// <param name="Account">The account.</param>
/// <param name="Human">The number.</param>
public sealed record LinkedAccount(PersonId Account, int Human);
