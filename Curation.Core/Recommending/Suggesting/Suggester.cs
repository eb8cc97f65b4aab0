using Curation.Core.Catalog;
using Curation.Core.Numerics;
using Curation.Core.Playlists;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Suggests tracks for a pool, a genre seed and a need, with reasons that add up. Pure: the same ground and request give the same answer.</summary>
public sealed class Suggester
{
    private const int MostSeedTracksNamed = 8;

    /// <summary>How many times as many candidates as are wanted are looked at where artists are kept apart: others stand in for those that wait.</summary>
    private const int DepthOfSpread = 4;

    private readonly SuggestionGround ground;
    private readonly SuggestionWeights weights;

    /// <summary>A suggester over a ground; may be used from many threads.</summary>
    public Suggester(SuggestionGround ground, SuggestionWeights? weights = null)
    {
        this.ground = ground;
        this.weights = weights ?? new SuggestionWeights();
    }

    /// <summary>The best candidates, best first, ties by track id; one whose artist would crowd the pool waits behind others (<see cref="SuggestionRequest.ArtistsApart"/>). A track that nothing but popularity speaks for is suggested only when nothing else is known at all.</summary>
    public SuggestionList Suggest(SuggestionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 0);
        var mixture = Mixture.Of(ground, weights, request);
        var sections = new Sectioning(ground, request);
        var order = Order(request, mixture, sections);
        return new SuggestionList([.. order.AsParallel().AsOrdered().Select(position => Explained(position, mixture) with { Section = sections.Of(position) })], mixture.From);
    }

    /// <summary>Why a track is not among the candidates, or where it stands among them: its rank and score, what it would have needed, and its score source by source beside that of the last candidate.</summary>
    public Absence WhyNot(SuggestionRequest request, TrackId track)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ground.Index.RowOf(track) is not (>= 0 and var asked)) return Absence.Of(track, AbsenceCause.NotInCatalogue);
        var mixture = Mixture.Of(ground, weights, request);
        var sections = new Sectioning(ground, request);
        CandidateSection? section = request.Shares is null ? null : sections.Of(asked);
        var ahead = Enumerable.Range(0, ground.Tracks.Count)
            .Where(position => position != asked && mixture.IsCandidate(position) && (section is null || sections.Of(position) == section) && Admit(request, position))
            .OrderByDescending(position => mixture.Scores[position]).ThenBy(position => position).ToList();
        var rank = 1 + ahead.TakeWhile(position => Before(mixture, position, asked)).Count();
        var order = Order(request, mixture, sections);
        var shown = request.Shares is not null ? order.Count(position => sections.Of(position) == section) : Math.Min(request.Count, SuggestionRequest.Most);
        var among = request.ArtistsApart > 1 ? Array.FindAll(order, position => section is null || sections.Of(position) == section) : null;
        var cause = mixture.InPool[asked] ? AbsenceCause.InPool
            : request.Excluded.Contains(track) ? AbsenceCause.Excluded
            : !request.Filters.Admit(ground.Tracks[asked], ground.Tiers[asked]) ? AbsenceCause.Filtered
            : !mixture.IsCandidate(asked) ? AbsenceCause.NothingSpeaks
            : (among is null ? rank <= shown : Array.IndexOf(among, asked) >= 0) ? AbsenceCause.None
            : among is not null && Array.Exists(among, position => Before(mixture, asked, position)) ? AbsenceCause.Crowding
            : AbsenceCause.Outranked;
        int? last = shown == 0 || ahead.Count < shown ? null : among is null ? ahead[shown - 1] : Last(mixture, among, asked);
        return new Absence(track, cause, rank, mixture.Scores[asked], last is { } place ? mixture.Scores[place] : null, last is { } there ? ground.Index[there] : null, mixture.Beside(asked, last), Knows(track)) { Section = section };
    }

    private static bool Before(Mixture mixture, int one, int other) =>
        mixture.Scores[one] > mixture.Scores[other] || (mixture.Scores[one] == mixture.Scores[other] && one < other);

    private static int? Last(Mixture mixture, int[] among, int asked) =>
        among.Where(position => position != asked).OrderBy(position => mixture.Scores[position]).ThenByDescending(position => position).Cast<int?>().FirstOrDefault();

    private int[] Order(SuggestionRequest request, Mixture mixture, Sectioning sections)
    {
        var most = Math.Min(request.Count, SuggestionRequest.Most);
        var spread = new ArtistSpread(ground, request);
        var depth = spread.Holds ? most * DepthOfSpread : most;
        return request.Shares is { } shares
            ? Sectioning.Share(Best(request, mixture, position => (int)sections.Of(position), Enum.GetValues<CandidateSection>().Length, depth), [shares.Core, shares.Bridges, shares.NewVoices, shares.LongTail], most, spread)
            : Sectioning.Share(Best(request, mixture, _ => 0, 1, depth), [100], most, spread);
    }

    /// <summary>The best positions of each part, best first.</summary>
    private int[][] Best(SuggestionRequest request, Mixture mixture, Func<int, int> partOf, int parts, int depth)
    {
        var best = Enumerable.Range(0, parts).Select(_ => new TopK(depth)).ToArray();
        for (var position = 0; position < ground.Tracks.Count; position++)
        {
            if (!mixture.IsCandidate(position)) continue;
            var top = best[partOf(position)];
            if (top.Accepts(position, mixture.Scores[position]) && Admit(request, position)) top.Offer(position, mixture.Scores[position]);
        }

        return Array.ConvertAll(best, Emptied);
    }

    private static int[] Emptied(TopK top)
    {
        var order = new int[top.Count];
        top.Take(order, new float[order.Length]);
        return order;
    }

    /// <summary>Whether a trained model has the track; true where none is trained.</summary>
    private bool Knows(TrackId track)
    {
        var models = new[] { ground.Factorisation, ground.Neighbours }.OfType<IRecommender>().ToList();
        return models.Count == 0 || models.Exists(model => model.Tracks.RowOf(track) is >= 0 and var row && !(model is ColdStart cold && cold.IsInferred(row)));
    }

    private bool Admit(SuggestionRequest request, int position) =>
        !request.Excluded.Contains(ground.Index[position]) && request.Filters.Admit(ground.Tracks[position], ground.Tiers[position]);

    private Suggestion Explained(int position, Mixture mixture)
    {
        var amounts = new Dictionary<Reason, double>();
        foreach (var (source, factor) in mixture.Voices)
        {
            foreach (var part in source.Parts(position))
            {
                var reason = part with { Amount = 0 };
                amounts[reason] = amounts.GetValueOrDefault(reason) + (part.Amount * factor);
            }
        }

        var reasons = amounts.Select(pair => pair.Key with { Amount = pair.Value })
            .OrderByDescending(reason => Math.Abs(reason.Amount)).ThenBy(reason => reason.Kind).ThenBy(reason => reason.Track).ThenBy(reason => reason.Word, StringComparer.Ordinal)
            .Where(reason => reason.Amount != 0).ToList();
        reasons = [.. PoolReasons.Gathered(reasons.FindAll(IsNamed()), ground).OrderByDescending(reason => Math.Abs(reason.Amount))];
        double score = mixture.Scores[position];
        var rest = score - reasons.Sum(reason => reason.Amount);
        if (Math.Abs(rest) > 1e-7) reasons.Add(new Reason(ReasonKind.Others, rest));
        return new Suggestion(ground.Index[position], score, reasons, ground.Tiers[position]) { Inferred = mixture.Voices.Exists(voice => voice.Source.Infers(position)) };
    }

    private static Predicate<Reason> IsNamed()
    {
        var tracks = 0;
        return reason => reason.Kind is not ReasonKind.SeedTrack || tracks++ < MostSeedTracksNamed;
    }
}
