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

    /// <summary>Of positions that come best first, so many of each section that every beginning of the answer has about the shares; where a section runs out, the best of the others stand in.</summary>
    public static int[] Share(IReadOnlyList<int>[] bySection, CandidateShares shares, int count)
    {
        int[] wanted = [shares.Core, shares.Bridges, shares.NewVoices, shares.LongTail];
        var taken = new int[wanted.Length];
        var order = new List<int>();
        while (order.Count < count)
        {
            var next = Enumerable.Range(0, wanted.Length).Where(section => wanted[section] > 0 && taken[section] < bySection[section].Count)
                .OrderByDescending(section => (wanted[section] * (order.Count + 1) / 100.0) - taken[section]).Cast<int?>().FirstOrDefault();
            if (next is not { } chosen) break;
            order.Add(bySection[chosen][taken[chosen]++]);
        }

        return [.. order];
    }

    private HashSet<GenreId> HomeGenres(SuggestionRequest request)
    {
        var mains = request.Pool.Select(ground.Catalogue.Find).Where(track => track?.Genres.Count > 0).Select(track => track!.Genres[0]).ToList();
        if (mains.Count == 0) return request.Seed is { } seed ? [seed.Genre] : [];
        return mains.GroupBy(genre => genre).Where(group => group.Count() >= AtHome * mains.Count).Select(group => group.Key).ToHashSet();
    }
}
