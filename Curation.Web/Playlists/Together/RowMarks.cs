using Curation.Core.Catalog;

namespace Curation.Web.Playlists.Together;

/// <summary>What others do on the rows of a pool at this moment.</summary>
public sealed class RowMarks(IReadOnlyList<Visitor> others, IReadOnlyDictionary<TrackId, string> fresh, IReadOnlyDictionary<TrackId, int> talk)
{
    public static RowMarks None { get; } = new([], new Dictionary<TrackId, string>(), new Dictionary<TrackId, int>());

    private readonly ILookup<TrackId?, Visitor> here = others.ToLookup(visitor => visitor.Row);

    /// <summary>Who is on the row.</summary>
    public IEnumerable<Visitor> On(TrackId track) => here[track];

    /// <summary>The name of who changed the row a moment ago, or null.</summary>
    public string? Changed(TrackId track) => fresh.GetValueOrDefault(track);

    /// <summary>Threads about the entry that are not settled.</summary>
    public int Talk(TrackId track) => talk.GetValueOrDefault(track);
}
