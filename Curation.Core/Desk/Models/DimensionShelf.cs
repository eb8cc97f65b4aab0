using Curation.Core.Auditing.Dimensions;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>The dimensions of one snapshot, made when they are first asked for. What is new or established depends on a day, so a few days are kept.</summary>
internal sealed class DimensionShelf(CatalogueRows rows, Func<TrackId, PopularityTier> tier)
{
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly Queue<(DateOnly Day, string Stamp, IReadOnlyList<Dimension> Dimensions)> kept = new();

    /// <summary>The tracks of the snapshot by number.</summary>
    public CatalogueRows Rows => rows;

    /// <summary>All dimensions as of a day, where they were made; <paramref name="stamp"/> is another for every change to what admins define.</summary>
    public IReadOnlyList<Dimension>? Find(DateOnly day, string stamp)
    {
        lock (gate)
        {
            foreach (var shelf in kept)
            {
                if (shelf.Day == day && shelf.Stamp == stamp) return shelf.Dimensions;
            }

            return null;
        }
    }

    /// <summary>All dimensions as of a day, with the attributes that admins define.</summary>
    public IReadOnlyList<Dimension> On(DateOnly day, string stamp, IReadOnlyList<AttributeTable> attributes)
    {
        lock (gate)
        {
            if (Find(day, stamp) is { } there) return there;
            var made = BuiltInDimensions.Of(rows, track => Name(tier(track)), day, attributes);
            if (kept.Count == Most) kept.Dequeue();
            kept.Enqueue((day, stamp, made));
            return made;
        }
    }

    private static string Name(PopularityTier tier) => tier switch { PopularityTier.Head => "head", PopularityTier.Middle => "middle", _ => "tail" };
}
