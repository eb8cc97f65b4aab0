namespace Curation.Core.Playlists;

/// <summary>Where the newest revision of a playlist stands on its way to listeners.</summary>
public enum PlaylistStage
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>A revision of it waits for a reviewer.</summary>
    InReview,

    /// <summary>A reviewer sent the newest revision back.</summary>
    SentBack,

    /// <summary>The newest revision was approved and is not with listeners yet.</summary>
    Approved,

    /// <summary>The newest revision is what listeners get.</summary>
    Published,
}

/// <summary>Tells the stage.</summary>
public static class Stages
{
    /// <summary>The stage of a playlist by its newest revision, its newest submission and the revision that listeners get.</summary>
    public static PlaylistStage Of(RevisionId? head, RevisionId? submitted, SubmissionState? state, RevisionId? live) => (state, Same: submitted is not null && submitted == head) switch
    {
        (SubmissionState.Waiting, _) => PlaylistStage.InReview,
        _ when live is not null && live == head => PlaylistStage.Published,
        (SubmissionState.Approved, true) => PlaylistStage.Approved,
        (SubmissionState.SentBack, true) => PlaylistStage.SentBack,
        _ => PlaylistStage.Draft,
    };
}
