using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Says which section each candidate of a request belongs to, and chooses so many of each as the editors' shares ask for.</summary>
internal sealed class Sectioning
{
    private const double AtHome = 0.05;
    private const int NewForDays = 730;

    private readonly SuggestionGround ground;
    private readonly HashSet<GenreId> home;
    private readonly DateOnly? newSince;

    public Sectioning(SuggestionGround ground, SuggestionRequest request)
    {
        this.ground = ground;
        newSince = request.Today?.AddDays(-NewForDays);
        home = HomeGenres(request);
    }

    public CandidateSection Of(int position)
    {
        var track = ground.Tracks[position];
        if (newSince is { } since && ground.FirstReleaseOf(track.Artists[0]) >= since) return CandidateSection.NewVoice;
        if (home.Count > 0 && track.Genres.Count > 0 && !home.Contains(track.Genres[0])) return CandidateSection.Bridge;
        return ground.Tiers[position] == PopularityTier.Tail ? CandidateSection.LongTail : CandidateSection.Core;
    }

    /// <summary>
    /// Of positions that come best first, so many of each section that every beginning of the answer has about the shares; where a section runs out, the best of the others stand in.
    /// A track whose artist would crowd the pool waits for its turn; where only such tracks are left they come last.
    /// </summary>
    public static int[] Share(IReadOnlyList<int>[] bySection, int[] shares, int count, ArtistSpread spread)
    {
        var lines = Array.ConvertAll(bySection, positions => new Line([.. positions]));
        var order = new List<int>();
        foreach (var crowding in new[] { false, true })
        {
            while (order.Count < count)
            {
                var next = Enumerable.Range(0, shares.Length).Where(section => shares[section] > 0 && lines[section].Next(spread, crowding) is not null)
                    .OrderByDescending(section => (shares[section] * (order.Count + 1) / 100.0) - lines[section].Taken).Cast<int?>().FirstOrDefault();
                if (next is not { } chosen) break;
                order.Add(lines[chosen].Take(spread, crowding));
            }
        }

        return [.. order];
    }

    private HashSet<GenreId> HomeGenres(SuggestionRequest request)
    {
        var mains = request.Pool.Select(ground.Catalogue.Find).Where(track => track?.Genres.Count > 0).Select(track => track!.Genres[0]).ToList();
        if (mains.Count == 0) return request.Seed is { } seed ? [seed.Genre] : [];
        return mains.GroupBy(genre => genre).Where(group => group.Count() >= AtHome * mains.Count).Select(group => group.Key).ToHashSet();
    }

    /// <summary>What is left of a section, best first.</summary>
    private sealed class Line(List<int> left)
    {
        private int at;

        public int Taken { get; private set; }

        /// <summary>The best that may come next. Artists only gain tracks while nothing of this section is taken, so what had to wait still has to.</summary>
        public int? Next(ArtistSpread spread, bool crowding)
        {
            if (crowding) at = 0;
            while (!crowding && at < left.Count && !spread.Admits(left[at], Taken)) at++;
            return at < left.Count ? left[at] : null;
        }

        public int Take(ArtistSpread spread, bool crowding)
        {
            var taken = Next(spread, crowding)!.Value;
            left.RemoveAt(at);
            spread.Take(taken);
            Taken++;
            at = 0;
            return taken;
        }
    }
}
