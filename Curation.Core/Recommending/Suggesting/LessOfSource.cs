using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Speaks against the tracks of artists of whom an editor wants less.</summary>
internal sealed class LessOfSource : Source
{
    private readonly Dictionary<int, ArtistId> artistAt;

    private LessOfSource(double weight, float[] scores, Dictionary<int, ArtistId> artistAt)
        : base(SourceKind.Steering, weight, scores) => this.artistAt = artistAt;

    /// <summary>The source, or null where none of the artists has a track.</summary>
    public static LessOfSource? Of(SuggestionGround ground, IReadOnlyList<ArtistId> artists, double weight)
    {
        var scores = new float[ground.Tracks.Count];
        var artistAt = new Dictionary<int, ArtistId>();
        foreach (var artist in artists)
        {
            foreach (var position in ground.ByArtist(artist))
            {
                scores[position] = -1;
                artistAt.TryAdd(position, artist);
            }
        }

        return artistAt.Count == 0 ? null : new LessOfSource(weight, scores, artistAt);
    }

    /// <inheritdoc/>
    public override bool Objects => true;

    public override IEnumerable<Reason> Parts(int position) =>
        artistAt.TryGetValue(position, out var artist) ? [new Reason(ReasonKind.LessOf, Scores[position], Artist: artist)] : [];
}
