using Curation.Core.Catalog;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>
/// Keeps one artist from filling a pool: m tracks of an artist that are to stand d places apart need (m - 1) d + 1 places, so a suggestion waits until the pool
/// and the suggestions before it in its section have them. Whoever takes a section from the top then has a pool that can be put in order.
/// </summary>
internal sealed class ArtistSpread
{
    private readonly SuggestionGround ground;
    private readonly int apart;
    private readonly int pool;
    private readonly Dictionary<ArtistId, int> held = [];

    public ArtistSpread(SuggestionGround ground, SuggestionRequest request)
    {
        this.ground = ground;
        apart = request.ArtistsApart;
        pool = request.Pool.Count;
        if (!Holds) return;
        foreach (var track in request.Pool.Select(ground.Catalogue.Find).OfType<TrackFacts>()) Count(track);
    }

    /// <summary>Whether anything is to be kept apart.</summary>
    public bool Holds => apart > 1;

    /// <summary>Whether a track may come next, behind so many of its section.</summary>
    public bool Admits(int position, int before)
    {
        if (!Holds) return true;
        foreach (var artist in ground.Tracks[position].Artists)
        {
            if (held.GetValueOrDefault(artist) * apart > pool + before) return false;
        }

        return true;
    }

    /// <summary>Counts a suggestion that was taken.</summary>
    public void Take(int position)
    {
        if (Holds) Count(ground.Tracks[position]);
    }

    private void Count(TrackFacts track)
    {
        foreach (var artist in track.Artists) held[artist] = held.GetValueOrDefault(artist) + 1;
    }
}
