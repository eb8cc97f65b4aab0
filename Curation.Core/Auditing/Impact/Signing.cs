namespace Curation.Core.Auditing.Impact;

/// <summary>As what somebody signs.</summary>
public enum SignedAs
{
    /// <summary>As a reviewer.</summary>
    Reviewer,

    /// <summary>As an admin.</summary>
    Admin,
}

/// <summary>Who has to sign an assessment of a level.</summary>
/// <param name="Reviewers">Number of reviewers.</param>
/// <param name="Admins">Number of admins beside them.</param>
/// <param name="Outside">Whether those who sign must not have written in the playlist either.</param>
public sealed record Signers(int Reviewers, int Admins, bool Outside)
{
    /// <summary>Level I: a reviewer. II: a reviewer who had no part in the playlist. III: two of them. IV: two of them and an admin. Nobody signs what they answered.</summary>
    public static Signers Of(ImpactLevel level) => level switch
    {
        ImpactLevel.I => new(1, 0, false),
        ImpactLevel.II => new(1, 0, true),
        ImpactLevel.III => new(2, 0, true),
        _ => new(2, 1, true),
    };

    /// <summary>Whether these signatures are enough.</summary>
    public bool AreMet(IReadOnlyCollection<SignedAs> signatures) =>
        signatures.Count(signature => signature == SignedAs.Reviewer) >= Reviewers && signatures.Count(signature => signature == SignedAs.Admin) >= Admins;

    /// <summary>As what a person with these roles signs next, or null where nobody of these roles is needed any more. Where both would do, as a reviewer.</summary>
    public SignedAs? Next(bool reviewer, bool admin, IReadOnlyCollection<SignedAs> signatures) =>
        reviewer && signatures.Count(signature => signature == SignedAs.Reviewer) < Reviewers ? SignedAs.Reviewer
        : admin && signatures.Count(signature => signature == SignedAs.Admin) < Admins ? SignedAs.Admin
        : null;

    /// <summary>The rule in words.</summary>
    public string InWords => (Reviewers, Admins) switch
    {
        (1, 0) when Outside => "a reviewer who neither answered it nor wrote in the playlist",
        (1, 0) => "a reviewer who did not answer it",
        (_, 0) => "two reviewers who neither answered it nor wrote in the playlist",
        _ => "two reviewers and an admin who neither answered it nor wrote in the playlist",
    };
}
