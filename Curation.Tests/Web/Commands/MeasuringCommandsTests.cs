using System.CommandLine;
using System.Text.Json;
using Curation.Core.Evaluating;
using Curation.Core.Storage;
using Curation.Tests.Desk.Models;
using Curation.Tests.Fixtures;
using Curation.Tests.Recommending;
using Curation.Web.Commands;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Web.Commands;

public sealed class MeasuringCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("curation-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Evaluate_prints_each_model_with_intervals()
    {
        var (exit, output, errors) = Run("evaluate", "--train", Train(), "--test", Test(), "--k", "1,5");
        Assert.Equal(0, exit);
        Assert.Contains("24 listeners tested", output, StringComparison.Ordinal);
        foreach (var word in new[] { "ials", "neighbours", "popularity", "recall@1 ", "ndcg@5 ", "mrr", "coverage@5" }) Assert.Contains(word, output, StringComparison.Ordinal);
        Assert.Contains("24 users, 16 items", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_gives_json_that_a_program_can_read_and_finds_what_the_groups_share()
    {
        var (exit, output, _) = Run("evaluate", "--train", Train(), "--test", Test(), "--model", "ials", "--k", "1", "--seed", "7", "--json");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        var report = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("ials", report.GetProperty("recommender").GetString());
        var recall = report.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("metric").GetString() == "recall@1");
        Assert.Equal(1, recall.GetProperty("value").GetDouble());
    }

    [Fact]
    public void Evaluate_tunes_on_a_validation_part_and_prints_what_it_tried()
    {
        var valid = Write("valid.txt", "l0 t4\nl1 t5\n");
        var train = Write("less.txt", string.Concat(Pairs(missing: false).Except(["l0 t4 2\n", "l1 t5 2\n"])));
        var (exit, output, errors) = Run("evaluate", "--train", train, "--test", Test(), "--valid", valid, "--model", "ials,neighbours", "--k", "5");
        Assert.Equal(0, exit);
        Assert.Contains("ials: as given; on 100 % of rows ndcg@5 ", errors, StringComparison.Ordinal);
        Assert.Contains("* ials: ", output, StringComparison.Ordinal);
        Assert.Contains("  neighbours: neighbours ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_to_validate_on_nothing_is_tuned_and_it_is_said()
    {
        var (exit, output, errors) = Run("evaluate", "--train", Train(), "--test", Test(), "--valid", Write("valid.txt", "l0 t4\n"), "--model", "ials", "--k", "5");
        Assert.Equal(0, exit);
        Assert.Contains("Nothing was tuned", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("tried", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("new-listeners")]
    [InlineData("cold-tracks")]
    [InlineData("continuation")]
    public void Evaluate_parts_a_file_itself(string split)
    {
        var (exit, output, errors) = Run("evaluate", "--data", Train(), "--split", split, "--model", "ials,popularity", "--k", "5", "--given", "2,3");
        Assert.Equal(0, exit);
        Assert.Contains("24 listeners, 0 lists, 16 tracks, 168 observations", errors, StringComparison.Ordinal);
        Assert.Contains("listener by listener", output, StringComparison.Ordinal);
        Assert.Equal(split == "continuation", output.Contains("first 3: 5 listeners tested", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_attacks_the_models_it_is_told_to_attack()
    {
        var (exit, output, _) = Run("evaluate", "--train", Train(), "--test", Test(), "--model", "popularity", "--k", "5", "--attack");
        Assert.Equal(0, exit);
        Assert.Contains("attacked   by 1 % hostile rows beside 24 genuine ones", output, StringComparison.Ordinal);
        Assert.Contains("popularity  measured bound", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_imported_is_parted_by_time()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        using var errors = new StringWriter();
        var data = await EvaluateCommand.Stored(desk.Services, new SplitPlan { Kind = SplitKind.Time }, errors, false, CancellationToken.None);
        Assert.Equal(60, Assert.Single(data!.Tests).HeldOut.Entries);
        Assert.Contains("30 listeners, 0 lists, 24 tracks, 300 observations", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tracks_that_training_never_saw_are_found_by_what_the_store_knows_of_them()
    {
        await using var desk = await TestDesk.Open();
        await desk.TwoCampsOfListeners();
        using var errors = new StringWriter();
        var data = await EvaluateCommand.Stored(desk.Services, new SplitPlan { Kind = SplitKind.ColdTracks, OnlyColdCandidates = false }, errors, true, CancellationToken.None);
        var plan = new TrialPlan(["cold-start", "popularity"], [5], new() { Factorisation = new() { Factors = 8, Threads = 1 } }, null, false, 1, null);
        var reports = new RankingTrial(data!, plan, errors, TimeProvider.System).Run(CancellationToken.None);
        var found = reports.ToDictionary(report => report.Recommender, report => report.Figures.Single(figure => figure.Metric == "ndcg@5").Value);
        Assert.True(found["cold-start"] > found["popularity"] + 0.2, $"{found["cold-start"]} should be well above {found["popularity"]}");
    }

    [Fact]
    public void What_tracks_are_is_only_known_in_the_store()
    {
        var (exit, _, errors) = Run("evaluate", "--data", Train(), "--split", "cold-tracks", "--model", "cold-start");
        Assert.Equal(1, exit);
        Assert.Contains("cold-start learns from artists, genres and tags, which only the store has", errors, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Contenders.Named("cold-start")!.Train(new(Checkerboard.Matrix, Checkerboard.Index), new(), null, CancellationToken.None));
    }

    [Fact]
    public async Task A_store_that_is_not_there_or_is_empty_is_told_of()
    {
        using var errors = new StringWriter();
        await using var nowhere = new ServiceCollection().AddSingleton(new DataDirectory(folder)).BuildServiceProvider();
        Assert.Null(await EvaluateCommand.Stored(nowhere, new SplitPlan(), errors, false, CancellationToken.None));
        await using var desk = await TestDesk.Open();
        Assert.Null(await EvaluateCommand.Stored(desk.Services, new SplitPlan(), errors, false, CancellationToken.None));
        Assert.Contains($"There is no store in {folder}.", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("nothing in the store to evaluate on", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_tracks_without_listening_is_refused()
    {
        var (exit, output, errors) = Run("evaluate", "--data", Write("tracks.csv", "title,artist\nSong,Somebody\nOther,Nobody\n"));
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("holds tracks and no listening", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Plays_in_a_file_that_import_reads_are_parted_by_time()
    {
        var rows = from day in Enumerable.Range(1, 20) from position in Enumerable.Range(0, 5) select $"2026-03-{day:00}T0{position}:00:00Z,\"Song {((day % 2) + (2 * position)) % 10}, live\",Artist,Mornings";
        var path = Write("shows.csv", "played_at,title,artist,programme\n" + string.Join('\n', rows));
        var (exit, output, errors) = Run("evaluate", "--data", path, "--split", "time", "--k", "3", "--groups");
        Assert.Equal(0, exit);
        Assert.Contains("0 listeners, 20 lists, 10 tracks, 100 observations", errors, StringComparison.Ordinal);
        Assert.Contains("80 pairs to train on", errors, StringComparison.Ordinal);
        Assert.StartsWith("4 listeners tested", output, StringComparison.Ordinal);
        Assert.Contains("history: alike, 4 listeners, too few to tell", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_that_training_never_saw_are_tested_from_a_history_of_their_own()
    {
        var history = Write("test_tr.csv", "uid,sid\nnew0,t0\nnew0,t2\nnew1,t1\nnew1,t3\n");
        var test = Write("test_te.csv", "uid,sid\nnew0,t4\nnew1,t5\n");
        var train = Write("train.csv", "uid,sid\n" + string.Concat(Pairs(missing: false)).Replace(' ', ',').Replace(",2\n", "\n", StringComparison.Ordinal));
        var (exit, output, _) = Run("evaluate", "--train", train, "--history", history, "--test", test, "--model", "neighbours", "--k", "6");
        Assert.Equal(0, exit);
        Assert.StartsWith("2 listeners tested, 16 tracks", output, StringComparison.Ordinal);
        Assert.Contains("neighbours   1.0000", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_of_whom_nothing_is_known_are_told_of()
    {
        var (exit, _, errors) = Run("evaluate", "--train", Train(), "--test", Write("strangers.txt", "new0 t1\nl0 t0\n"), "--model", "popularity");
        Assert.Equal(0, exit);
        Assert.Contains("Of 1 of 2 tested users nothing is known", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Adjacency_lists_are_read_as_they_are_published()
    {
        var lists = Enumerable.Range(0, 24).Select(user => $"{user} " + string.Join(' ', Enumerable.Range(0, 16).Where(track => track % 2 == user % 2 && track / 2 != user / 2 % 8).Take(user == 0 ? 3 : 7)));
        var (exit, output, errors) = Run("evaluate", "--train", Write("lists.txt", string.Join('\n', lists)), "--test", Write("test.txt", "0 0\n1 1\n23\n"), "--model", "popularity", "--k", "20");
        Assert.Equal(0, exit);
        Assert.Contains("24 users, 16 items, 164 training and 2 test interactions", errors, StringComparison.Ordinal);
        Assert.StartsWith("2 listeners tested", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_parted_by_time_is_refused_with_what_to_do()
    {
        var (exit, output, errors) = Run("evaluate", "--data", Train(), "--split", "time");
        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("two different days", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_lines_are_named_and_the_rest_is_used()
    {
        var train = Write("rough.txt", File.ReadAllText(Train()) + "l0 t1 nonsense\n");
        var (exit, _, errors) = Run("evaluate", "--train", train, "--test", Test(), "--model", "popularity");
        Assert.Equal(0, exit);
        Assert.Contains("rough.txt, line 169: the weight \"nonsense\" is not a number", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing here\n")]
    [InlineData("u i -1\n")]
    public void A_file_without_anything_usable_fails(string text)
    {
        var (exit, output, errors) = Run("evaluate", "--train", Write("empty.txt", text), "--test", Test());
        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("nothing in it that can be used", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_fails_with_its_name()
    {
        var (exit, _, errors) = Run("bench", "--interactions", Path.Combine(folder, "gone.bin"));
        Assert.Equal(1, exit);
        Assert.Contains("gone.bin", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", "--train", "x")]
    [InlineData("evaluate", "--train", "x", "--test", "y", "--k", "0")]
    [InlineData("evaluate", "--train", "x", "--test", "y", "--model", "magic")]
    [InlineData("evaluate", "--train", "x", "--test", "y", "--against", "magic")]
    [InlineData("evaluate", "--data", "x", "--share", "1.5")]
    [InlineData("evaluate", "--data", "x", "--budget", "soon")]
    [InlineData("evaluate", "--data", "x", "--store")]
    [InlineData("evaluate")]
    [InlineData("bench", "--interactions", "x", "--factors", "9999")]
    public void Bad_usage_is_found_before_anything_is_read(params string[] arguments)
    {
        Assert.NotEmpty(Root().Parse(arguments).Errors);
    }

    [Fact]
    public void Bench_reads_records_and_prints_its_figures()
    {
        var path = Path.Combine(folder, "plays.bin");
        using (var stream = File.Create(path))
            for (var user = 0; user < 50; user++)
                for (var item = user % 5; item < 40; item += 5) InteractionRecords.Write(stream, user, item, 1 + (user % 3));
        var (exit, output, errors) = Run("bench", "--interactions", path, "--factors", "8", "--iterations", "3", "--threads", "2", "--many", "1000", "--json");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal((50, 40, 400), (Number(json, "users"), Number(json, "items"), Number(json, "interactions")));
        Assert.Equal(3, json.RootElement.GetProperty("iterationSeconds").GetArrayLength());
        Assert.True(json.RootElement.GetProperty("topUsersPerSecond").GetDouble() > 0);
        Assert.True(json.RootElement.GetProperty("peakMemoryBytes").GetInt64() > 0);
        Assert.Equal((2.0 * 400 * 72) + (90 * ((512 / 3.0) + 128 + 72)), json.RootElement.GetProperty("operations").GetDouble(), 1e-6);
        Assert.Contains("iteration 3:", errors, StringComparison.Ordinal);
        Assert.Contains("top 100", Run("bench", "--interactions", path, "--factors", "8", "--iterations", "2", "--many", "1000").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cg", "ConjugateGradients")]
    [InlineData("subspaces", "Subspaces")]
    public void Bench_times_other_solvers_and_several_lengths_and_the_machine_itself(string solver, string name)
    {
        var path = Path.Combine(folder, "some.bin");
        using (var stream = File.Create(path))
            for (var user = 0; user < 20; user++) InteractionRecords.Write(stream, user, user % 7, 2);
        var (exit, output, _) = Run("bench", "--interactions", path, "--factors", "4,20", "--solver", solver, "--iterations", "1", "--many", "1000", "--json");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        Assert.Equal([4, 20], json.RootElement.EnumerateArray().Select(one => one.GetProperty("factors").GetInt32()));
        foreach (var one in json.RootElement.EnumerateArray())
        {
            Assert.Equal(name, one.GetProperty("solver").GetString());
            foreach (var figure in new[] { "peakGflops", "gatherGigabytes", "peakRatio", "foldedUsersPerSecond", "manyItemsSeconds", "operations" })
                Assert.True(one.GetProperty(figure).GetDouble() > 0, figure);
        }
    }

    [Fact]
    public void Records_with_ids_far_apart_are_refused_rather_than_laid_out()
    {
        var path = Path.Combine(folder, "gaps.bin");
        using (var stream = File.Create(path))
        {
            InteractionRecords.Write(stream, 199_999_999, 0, 1);
            InteractionRecords.Write(stream, int.MaxValue, 1, 1);
        }

        var (exit, _, errors) = Run("bench", "--interactions", path);
        Assert.Equal(1, exit);
        Assert.Contains("ids run up to 199999999 over 1 records", errors, StringComparison.Ordinal);
        Assert.Contains("user 2147483647 or item 1 is out of range", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_median_of_an_even_number_of_iterations_is_between_the_middle_two()
    {
        var figures = new BenchFigures(1, 1, 1, 1, 1, new(), [4, 1, 2, 8]);
        Assert.Equal((3, 1, 8), (figures.MedianSeconds, figures.MinSeconds, figures.MaxSeconds));
    }

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    /// <summary>24 listeners in two groups, each of whom has heard all but one of the eight tracks of the group.</summary>
    private string Train() => Write("train.txt", string.Concat(Pairs(missing: false)));

    private string Test() => Write("test.txt", string.Concat(Pairs(missing: true)));

    private static IEnumerable<string> Pairs(bool missing) =>
        from listener in Enumerable.Range(0, 24)
        from track in Enumerable.Range(0, 16)
        where track % 2 == listener % 2 && (track / 2 == listener / 2 % 8) == missing
        select $"l{listener} t{track} 2\n";

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static RootCommand Root() => new() { EvaluateCommand.Create(() => throw new InvalidOperationException("There is no store here.")), BenchCommand.Create() };

    private static (int Exit, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = Root().Parse(arguments).Invoke(new() { Output = output, Error = errors });
        return (exit, output.ToString(), errors.ToString());
    }
}
