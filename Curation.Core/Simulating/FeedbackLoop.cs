using Curation.Core.Blending;
using Curation.Core.Catalog;
using Curation.Core.Listening;
using Curation.Core.Playlists;
using Curation.Core.Recommending;

namespace Curation.Core.Simulating;

/// <summary>
/// A laboratory for feedback loops: week after week listeners choose from the list that a recipe makes for them and from habit, what they chose is added to their plays, and the model is trained on all of it.
/// After Chaney, Stewart, Engelhardt 2018 and Mansoury et al. 2020, who show how such loops narrow what is heard. It is a model of listeners and no forecast: what counts is how recipes differ under the same assumptions.
/// </summary>
public sealed class FeedbackLoop
{
    private const int Discoveries = 300;

    private readonly LoopWorld world;
    private readonly LoopOptions options;
    private readonly Factorisation truth;
    private readonly ITaste[] tastes;

    /// <summary>Trains the model of the first week, whose tastes stay those of the listeners.</summary>
    public FeedbackLoop(LoopWorld world, LoopOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(options);
        if (world.Heard.Rows != world.Listeners.Count || world.Heard.Columns != world.Rows.Count) throw new ArgumentException("There is one row for each listener and one column for each track.", nameof(world));
        if (world.Listeners.Count == 0) throw new RefusedException("There are no listeners to simulate. Import listening first.");
        this.world = world;
        this.options = options.Checked();
        truth = Trained(world.Heard, null, cancel);
        tastes = truth.TastesOf(world.Heard, Enumerable.Range(0, world.Heard.Rows).ToArray());
    }

    /// <summary>What a draft's recipe and pool do over the weeks. The same arguments give the same curve, on any number of threads.</summary>
    public LoopCurve Run(string name, Draft draft, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var shares = GoalShares.Of(draft.Blend.Exposure, world.Rows, world.Dimensions);
        var watch = new LoopWatch(world, truth);
        var (heard, model) = (world.Heard, truth);
        var weeks = new List<LoopWeek>(options.Weeks);
        for (var week = 1; week <= options.Weeks; week++)
        {
            var lists = Lists(draft, shares, heard, model, cancel);
            var plays = Plays(week, lists, heard, cancel);
            weeks.Add(watch.Of(week, lists, plays));
            progress?.Report((double)week / options.Weeks);
            if (week == options.Weeks) break;
            heard = With(heard, plays);
            model = Trained(heard, model, cancel);
        }

        return new LoopCurve(name, [.. world.Watched.Groups], weeks);
    }

    private Factorisation Trained(ListeningMatrix heard, Factorisation? from, CancellationToken cancel) =>
        new FactorisationTrainer(new FactorisationOptions { Factors = options.Factors, Iterations = from is null ? 8 : 3, Seed = options.Seed }, from)
            .Train(heard, world.Rows.Index, Popularity.Of(heard, world.Rows.Index), cancel: cancel);

    private int[][] Lists(Draft draft, Func<TrackId, IReadOnlyList<double>> shares, ListeningMatrix heard, Factorisation model, CancellationToken cancel)
    {
        var composer = new Composer(new Ingredients
        {
            Origin = new ListOrigin(new RevisionId(0), "", 0, ""),
            Draft = draft,
            Catalogue = world.Rows.Catalogue,
            Model = world.Rows.Index,
            Discovery = draft.Blend.DiscoveryShare > 0 ? Discovered(draft, model) : [],
            Tier = world.Tier,
            Day = world.Day,
            GroupShares = shares,
        });
        var lists = new int[heard.Rows][];
        Parallel.For(0, heard.Rows, new ParallelOptions { CancellationToken = cancel }, row =>
        {
            var list = composer.Compose(RecipientOf(row, heard, model));
            lists[row] = new int[list.Slots.Length];
            for (var place = 0; place < list.Slots.Length; place++) lists[row][place] = world.Rows.RowOf(list.Slots[place].Track);
        });
        return lists;
    }

    private Recipient RecipientOf(int row, ListeningMatrix heard, Factorisation model)
    {
        var history = heard.Row(row);
        var played = new TrackId[history.Count];
        var counts = new int[history.Count];
        for (var i = 0; i < played.Length; i++) (played[i], counts[i]) = (world.Rows.Index[history.Columns[i]], Math.Max(0, (int)history.Weights[i]));
        return new Recipient(world.Listeners[row], played.Length == 0 ? null : model.TastesOf(heard, [row])[0], played, default) { PlayCounts = counts, ExcludesExplicit = world.ExcludeExplicit.Contains(world.Listeners[row]) };
    }

    private List<Candidate> Discovered(Draft draft, Factorisation model) =>
        [.. model.Taste([.. draft.Pool.Select(entry => world.Rows.RowOf(entry.Track)).Where(row => row >= 0).Distinct().Select(row => new Evidence(row, 1))])
            .Top(Discoveries).Select(scored => new Candidate(world.Rows.Index[scored.Row], scored.Score))];

    /// <summary>The tracks that each listener plays in a week.</summary>
    private int[][] Plays(int week, int[][] lists, ListeningMatrix heard, CancellationToken cancel)
    {
        var plays = new int[heard.Rows][];
        Parallel.For(0, heard.Rows, new ParallelOptions { CancellationToken = cancel }, row =>
            plays[row] = new ListenerWeek(options, week, world.Listeners[row]).Choose(lists[row], heard.Row(row), tastes[row]));
        return plays;
    }

    private static ListeningMatrix With(ListeningMatrix heard, int[][] plays)
    {
        var added = new ListeningMatrixBuilder(plays.Sum(row => row.Length));
        foreach (var (row, tracks) in plays.Index())
            foreach (var track in tracks) added.Add(row, track, 1);
        return heard.Plus(added.Build(heard.Rows, 0, heard.Columns));
    }
}
