using System.Collections.Concurrent;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A trained factorisation. A taste is always folded in from its history, so preview and publishing agree to the last bit.</summary>
public sealed class Factorisation : IRecommender
{
    private readonly ConcurrentBag<RowSolver> idleSolvers = [];
    private readonly DenseMatrix prior;
    private readonly Lazy<float> longest;

    internal Factorisation(TrackIndex tracks, FactorisationOptions options, DenseMatrix vectors, DenseMatrix gramian, Popularity popularity)
    {
        Tracks = tracks;
        Options = options;
        Vectors = vectors;
        Gramian = gramian;
        Popularity = popularity;
        TrainedTracks = tracks.Count;
        prior = Prior(gramian, options);
        longest = new(() => Enumerable.Range(0, vectors.Rows).Select(row => MathF.Sqrt(Kernels.Dot(vectors.Row(row), vectors.Row(row)))).DefaultIfEmpty().Max());
    }

    /// <inheritdoc/>
    public string Name => "ials";

    /// <inheritdoc/>
    public TrackIndex Tracks { get; }

    /// <summary>The options it was trained with.</summary>
    public FactorisationOptions Options { get; }

    /// <summary>One vector a track, by row. Their dot products say how alike two tracks are; tracks that nobody heard have zeros.</summary>
    public DenseMatrix Vectors { get; }

    internal DenseMatrix Gramian { get; }

    internal Popularity Popularity { get; }

    /// <summary>How many tracks it was trained on, which the pull towards zero depends on.</summary>
    internal int TrainedTracks { get; private init; }

    /// <inheritdoc/>
    /// <remarks>Solves one row (Hu, Koren, Volinsky 2008, eq. 4). A history without any taste, being empty or of unheard tracks only, scores by popularity.</remarks>
    public ITaste Taste(IReadOnlyList<Evidence> history)
    {
        var heard = new History(history, Tracks.Count);
        var vector = new float[Vectors.Stride];
        if (heard.Count > 0) Solve(heard, vector, default, default);
        return vector.AsSpan().ContainsAnyExcept(0f) ? new FactorisationTaste(this, heard, vector) : Popularity.TasteOf(heard);
    }

    /// <summary>The lists that <see cref="ITaste.Top"/> gives for each of these tastes of this model, the same to the last bit and many times faster than one by one.</summary>
    /// <remarks>Works on the calling thread; hand chunks of some hundred tastes to several threads.</remarks>
    public IReadOnlyList<Scored>[] TopOfEach(IReadOnlyList<ITaste> tastes, int count, IReadOnlySet<int>? skip = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var lists = new IReadOnlyList<Scored>[tastes.Count];
        var folded = tastes.OfType<FactorisationTaste>().ToArray();
        if (folded.Any(taste => taste.Model != this)) throw new ArgumentException("A taste was made by another model.", nameof(tastes));
        var found = new IReadOnlyList<Scored>[folded.Length];
        var top = new BatchTop(Vectors, longest.Value, count);
        for (var first = 0; first < folded.Length; first += ScoreTile.Tastes)
        {
            var length = Math.Min(ScoreTile.Tastes, folded.Length - first);
            top.Find(folded.AsSpan(first, length), skip, found.AsSpan(first, length));
        }

        var next = 0;
        for (var i = 0; i < lists.Length; i++) lists[i] = tastes[i] is FactorisationTaste ? found[next++] : tastes[i].Top(count, skip);
        return lists;
    }

    /// <summary>The same model over other tracks: what it learned of unobserved pairs stays.</summary>
    internal Factorisation Over(TrackIndex tracks, DenseMatrix vectors, Popularity popularity) =>
        new(tracks, Options, vectors, Gramian, popularity) { TrainedTracks = TrainedTracks };

    /// <summary>Unobserved pairs in the normal equations: a0 Y^T Y. Padding gets a unit diagonal, which keeps it solvable and out of the way.</summary>
    internal static DenseMatrix Prior(DenseMatrix gramian, FactorisationOptions options)
    {
        var scaled = new DenseMatrix(gramian.Rows, gramian.Columns);
        var source = gramian.All;
        var target = scaled.All;
        for (var i = 0; i < source.Length; i++) target[i] = (float)options.UnobservedWeight * source[i];
        for (var i = options.Factors; i < gramian.Rows; i++) scaled.PaddedRow(i)[i] = 1;
        return scaled;
    }

    /// <summary>Folds a history into <paramref name="vector"/>; where <paramref name="direction"/> is given, also solves for it.</summary>
    internal void Solve(History heard, Span<float> vector, ReadOnlySpan<float> direction, Span<float> solved)
    {
        if (!idleSolvers.TryTake(out var solver)) solver = new(Vectors);
        Span<float> confidences = heard.Count <= 1024 ? stackalloc float[heard.Count] : new float[heard.Count];
        for (var i = 0; i < confidences.Length; i++) confidences[i] = Options.Confidence(heard.Weights[i]);
        solver.Solve(heard.Rows, confidences, prior, Options.Pull(heard.Count, TrainedTracks), vector);
        if (!direction.IsEmpty) solver.SolveAgain(direction, solved);
        idleSolvers.Add(solver);
    }
}
