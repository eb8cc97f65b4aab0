using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>Says a stage.</summary>
internal static class StageWords
{
    public static string Of(PlaylistStage stage) => stage switch
    {
        PlaylistStage.InReview => "In review",
        PlaylistStage.SentBack => "Sent back",
        PlaylistStage.Approved => "Approved",
        PlaylistStage.Published => "Published",
        _ => "Draft",
    };
}
