using System.Collections.Concurrent;
using Curation.Core.Listening;
using Curation.Core.Numerics;

namespace Curation.Core.Recommending;

/// <summary>A trained factorisation. A taste is always folded in from its history, so preview and publishing agree to the last bit.</summary>
public sealed class Factorisation : IRecommender
{
    private readonly ConcurrentBag<(ExactSolver Solver, Confidences Confidences)> idle = [];
    private readonly NormalEquations equations;
    private readonly Lazy<LongVectorsFirst> longFirst;

    internal Factorisation(TrackIndex tracks, FactorisationOptions options, DenseMatrix vectors, DenseMatrix gramian, Popularity popularity, int? trained = null)
    {
        Tracks = tracks;
        Options = options;
        Vectors = vectors;
        Gramian = gramian;
        Popularity = popularity;
        TrainedTracks = trained ?? tracks.Count;
        equations = new(vectors, gramian, options, TrainedTracks);
        longFirst = new(() => new(vectors));
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
    internal int TrainedTracks { get; }

    /// <inheritdoc/>
    /// <remarks>Solves one row (Hu, Koren, Volinsky 2008, eq. 4). A history without any taste, being empty or of unheard tracks only, scores by popularity.</remarks>
    public ITaste Taste(IReadOnlyList<Evidence> history) => Folded(new(history, Tracks.Count));

    /// <summary>The tastes of some rows of a matrix, whose columns are this model's tracks: those that <see cref="Taste"/> gives, without copying what they heard.</summary>
    /// <remarks>Works on the calling thread; hand chunks to several threads.</remarks>
    public ITaste[] TastesOf(ListeningMatrix histories, ReadOnlySpan<int> rows)
    {
        if (histories.Columns != Tracks.Count) throw new ArgumentException($"The matrix has {histories.Columns} columns for {Tracks.Count} tracks.", nameof(histories));
        var tastes = new ITaste[rows.Length];
        for (var i = 0; i < rows.Length; i++) tastes[i] = Folded(new(histories, rows[i]));
        return tastes;
    }

    /// <summary>The lists that <see cref="ITaste.Top"/> gives for each of these tastes of this model, the same to the last bit and many times faster than one by one.</summary>
    /// <remarks>Works on the calling thread; hand chunks of 256 tastes to several threads.</remarks>
    public IReadOnlyList<Scored>[] TopOfEach(IReadOnlyList<ITaste> tastes, int count, IReadOnlySet<int>? skip = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var lists = new IReadOnlyList<Scored>[tastes.Count];
        var folded = tastes.OfType<FactorisationTaste>().ToArray();
        if (folded.Any(taste => taste.Model != this)) throw new ArgumentException("A taste was made by another model.", nameof(tastes));
        var found = new IReadOnlyList<Scored>[folded.Length];
        var top = folded.Length == 0 ? null : new BatchTop(longFirst.Value, Math.Min(count, Tracks.Count));
        for (var first = 0; top is not null && first < folded.Length; first += BatchTop.MostTastes)
        {
            var length = Math.Min(BatchTop.MostTastes, folded.Length - first);
            top.Find(folded.AsSpan(first, length), skip, found.AsSpan(first, length));
        }

        var next = 0;
        for (var i = 0; i < lists.Length; i++) lists[i] = tastes[i] is FactorisationTaste ? found[next++] : tastes[i].Top(count, skip);
        return lists;
    }

    /// <summary>The same model over other tracks: what it learned of unobserved pairs stays.</summary>
    internal Factorisation Over(TrackIndex tracks, DenseMatrix vectors, Popularity popularity) =>
        new(tracks, Options, vectors, Gramian, popularity, TrainedTracks);

    /// <summary>Folds a history into <paramref name="vector"/>; where <paramref name="direction"/> is given, also solves for it and returns what is wanted of each pair, c p.</summary>
    internal float[] Solve(History heard, Span<float> vector, ReadOnlySpan<float> direction, Span<float> solved)
    {
        if (!idle.TryTake(out var tools)) tools = (new(equations), new(Options));
        var (solver, confidences) = tools;
        confidences.OfWeights(heard.Weights);
        solver.Solve(heard.Rows, confidences, vector);
        var wanted = Array.Empty<float>();
        if (!direction.IsEmpty)
        {
            solver.SolveAgain(direction, solved);
            wanted = new float[heard.Count];
            System.Numerics.Tensors.TensorPrimitives.Multiply(confidences.Roots, confidences.Wanted, wanted);
        }

        idle.Add(tools);
        return wanted;
    }

    private ITaste Folded(History heard)
    {
        var vector = new float[Vectors.Stride];
        if (heard.Count > 0) Solve(heard, vector, default, default);
        return vector.AsSpan().ContainsAnyExcept(0f) ? new FactorisationTaste(this, heard, vector) : Popularity.TasteOf(heard);
    }
}
