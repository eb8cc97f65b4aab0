using Curation.Core.Blending.Sequencing;

namespace Curation.Web.Playlists.Ordering;

/// <summary>Names the kinds of rules that an order can break.</summary>
internal static class OrderRuleWords
{
    public static string Of(OrderRule rule) => rule switch
    {
        OrderRule.Artist => "Artists too near each other",
        OrderRule.Album => "Albums too near each other",
        OrderRule.Genre => "Genres too near each other",
        OrderRule.GenderMost => "Too many artists of one gender in a row",
        OrderRule.GenderLeast => "Too few women or non-binary artists in a row",
        OrderRule.KeyRun => "Too long in one key",
        OrderRule.TempoJump => "Tempo jumps",
        OrderRule.Clock => "Off the clock",
        _ => "Tracks parted that are kept together",
    };
}
