using Curation.Core.Catalog;
using Curation.Core.Recommending;
using Curation.Web.Shared;

namespace Curation.Web.Catalog;

/// <summary>Facts of tracks in words.</summary>
internal static class Tiers
{
    public static string Word(PopularityTier tier) => tier switch { PopularityTier.Head => "head", PopularityTier.Middle => "mid", _ => "tail" };

    /// <summary>A track's length, or a dash where it is not known.</summary>
    public static string Length(TrackFacts track) => track.DurationMs is { } length ? Spans.Clock(TimeSpan.FromMilliseconds(length)) : "\u2013";
}
