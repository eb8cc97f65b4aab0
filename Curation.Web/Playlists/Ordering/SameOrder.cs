using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Ordering;

/// <summary>Tells whether what is known of the order of one draft holds for another: the same rows in the same places, under the same rules.</summary>
internal static class SameOrder
{
    public static bool Of(Draft one, Draft other) =>
        one.Flow == other.Flow && (one.Pool == other.Pool || (one.Pool.Length == other.Pool.Length && one.Pool.Zip(other.Pool).All(pair => ReferenceEquals(pair.First, pair.Second) || Place(pair.First) == Place(pair.Second))));

    private static (TrackId Track, int? Pin, bool? Kept) Place(Entry entry) => (entry.Track, entry.Pin, entry.KeepWithNext);
}
