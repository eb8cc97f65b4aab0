using Curation.Core.Evaluating;
using Curation.Core.Listening;
using Curation.Core.Recommending;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Recommending;

public sealed class TrainedModelTests
{
    private static readonly ModelOptions Small = new() { Factorisation = new() { Factors = 5, Iterations = 2 } };

    private readonly TrainedModel model = new ModelTrainer(Small).Train(Checkerboard.Matrix, Checkerboard.Index);

    [Fact]
    public void A_saved_model_is_read_back_the_same()
    {
        var read = TrainedModel.Load(Saved());
        Assert.Equal(model.Hash, read.Hash);
        Assert.Equal(model.Options, read.Options);
        Assert.Equal(model.Tracks[3], read.Tracks[3]);
        foreach (var (before, after) in new (IRecommender, IRecommender)[]
        {
            (model.Factorisation, read.Factorisation), (model.Neighbours, read.Neighbours), (model.Popularity, read.Popularity),
        })
        {
            Assert.Equal(before.Taste(Checkerboard.History(1, 6)).Top(20), after.Taste(Checkerboard.History(1, 6)).Top(20));
            Assert.Equal(before.Taste(Checkerboard.History(1, 6)).Explain(4).Parts, after.Taste(Checkerboard.History(1, 6)).Explain(4).Parts);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void A_learned_order_is_read_back_the_same_and_so_is_a_fused_one(int leastFound)
    {
        var options = Small with { Ranking = new() { LeastFound = leastFound, LeastPerLeaf = 5, Trees = 5 } };
        var ranked = model.With(new BlendTrainer(options).Train(new(Checkerboard.Matrix, Checkerboard.Index)));
        using var file = new MemoryStream();
        ranked.Save(file);
        file.Position = 0;
        var read = TrainedModel.Load(file);
        Assert.NotEqual(model.Hash, ranked.Hash);
        Assert.Equal(ranked.Hash, read.Hash);
        Assert.Equal(leastFound == 1, read.Ranking!.IsLearned);
        Assert.Equal(ranked.Ranking!.Taste(Checkerboard.History(1, 6)).Top(20), read.Ranking.Taste(Checkerboard.History(1, 6)).Top(20));
    }

    [Fact]
    public void A_file_of_an_earlier_format_says_what_to_do()
    {
        var bytes = Saved().ToArray();
        bytes[8] = 1;
        Assert.Contains("Train the model again: all listening is still there", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_tracks_is_read_back_too()
    {
        var empty = new ModelTrainer(Small).Train(new ListeningMatrixBuilder().Build(0, 0, 0), Checkerboard.IndexOf(0));
        using var file = new MemoryStream();
        empty.Save(file);
        file.Position = 0;
        Assert.Equal(empty.Hash, TrainedModel.Load(file).Hash);
    }

    [Fact]
    public void The_same_evidence_gives_the_same_hash_on_any_number_of_threads_and_another_seed_another()
    {
        string Hash(int seed, int threads) => new ModelTrainer(new()
        {
            Factorisation = Small.Factorisation with { Seed = seed, Threads = threads },
            Neighbours = new() { Threads = threads },
        }).Train(Checkerboard.Matrix, Checkerboard.Index).Hash;
        Assert.Equal(Hash(1, 1), Hash(1, 3));
        Assert.NotEqual(Hash(1, 1), Hash(2, 1));
        Assert.Matches("^[0-9a-f]{64}$", Hash(1, 1));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        var bytes = Saved().ToArray();
        Prop.ForAll(Gen.Choose(0, (bytes.Length * 8) - 1).ToArbitrary(), bit =>
        {
            var damaged = (byte[])bytes.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<ModelFileException>(() => TrainedModel.Load(new MemoryStream(damaged)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_file_that_is_cut_short_or_has_more_at_its_end_is_refused()
    {
        var bytes = Saved().ToArray();
        foreach (var length in new[] { 0, 1, 19, 20, 51, 52, bytes.Length / 2, bytes.Length - 1 })
            Assert.Contains("cut short", Refusal(bytes[..length]), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal([.. bytes, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_newer_format_says_so()
    {
        var bytes = Saved().ToArray();
        bytes[8] = 9;
        Assert.Contains("format 9", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_file_says_so()
    {
        Assert.Contains("not a model file", Refusal("played_at,title,artist,album\n"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_runs_from_0_to_1_and_never_back()
    {
        var seen = new Log();
        new ModelTrainer(new() { Factorisation = Small.Factorisation with { Threads = 1 }, Neighbours = new() { Threads = 1 } })
            .Train(Checkerboard.Matrix, Checkerboard.Index, seen);
        Assert.Equal(seen.Values.Order(), seen.Values);
        Assert.InRange(seen.Values[0], 0, 0.5);
        Assert.Equal(1, seen.Values[^1]);
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<ModelFileException>(() => TrainedModel.Load(new MemoryStream(bytes))).Message;

    private MemoryStream Saved()
    {
        var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        return file;
    }

    private sealed class Log : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
