using Curation.Core.Evaluating;
using Curation.Core.Evaluating.Attacks;
using Curation.Core.Listening;
using Curation.Core.Numerics;
using Curation.Core.Recommending;
using Curation.Tests.Recommending;
using Xunit;

namespace Curation.Tests.Evaluating.Attacks;

public sealed class AttackTests
{
    [Fact]
    public void A_bandwagon_profile_holds_the_pushed_track_and_the_most_popular_ones()
    {
        // Reach 3, 2, 1, 1; weights of track 0 are 1, 2 and 6, the heaviest there is.
        var genuine = Matrix((0, 0, 1), (0, 1, 1), (1, 0, 2), (1, 1, 3), (1, 2, 1), (2, 0, 6), (2, 3, 1));
        var rows = new HostileRows(genuine);
        Assert.Equal(1, rows.Fillers);
        var attacked = rows.With(AttackKind.Bandwagon, target: 3, rows: 2, new SeededRandom(1));
        Assert.Equal((genuine.Rows + 2, genuine.Listeners, genuine.Entries + 4), (attacked.Rows, attacked.Listeners, attacked.Entries));
        for (var row = 0; row < genuine.Rows; row++) Assert.Equal(genuine.Row(row).ToHistory(), attacked.Row(row).ToHistory());
        for (var row = genuine.Rows; row < attacked.Rows; row++) Assert.Equal([new(0, 3), new(3, 6)], attacked.Row(row).ToHistory());
        Assert.Equal([new(0, 6), new(1, 2)], rows.With(AttackKind.Bandwagon, target: 0, rows: 1, new SeededRandom(1)).Row(genuine.Rows).ToHistory());
    }

    [Fact]
    public void Fillers_of_an_average_profile_are_drawn_as_often_as_listeners_have_them()
    {
        var genuine = Matrix([.. Enumerable.Range(0, 60).SelectMany(row => new[] { (row, row < 50 ? 0 : 1, 1f), (row, 2, 1f) })]);
        var attacked = new HostileRows(genuine).With(AttackKind.Average, target: 2, rows: 3000, new SeededRandom(4));
        var hostile = Enumerable.Range(genuine.Rows, 3000).Select(row => attacked.Row(row).Columns.ToArray()).ToArray();
        Assert.All(hostile, columns => Assert.Equal(2, columns.Length));
        Assert.All(hostile, columns => Assert.Contains(2, columns));
        Assert.Equal(50 / 60.0, hostile.Count(columns => columns.Contains(0)) / 3000.0, 0.03);
    }

    [Fact]
    public void What_a_pushed_track_gains_under_popularity_is_worked_by_hand()
    {
        // Reach 8, 6, 4, 3, 1: track 4 is all the tail there is and track 3 stands just before it. Three hostile rows of eight bring it to 4.
        var reaches = new[] { 8, 6, 4, 3, 1 };
        var genuine = Matrix([.. reaches.SelectMany((reach, track) => Enumerable.Range(0, reach).Select(row => (track == 4 ? 7 : row, track, 10f)))]);
        var figures = new AttackTrial(new() { Share = 3 / 8.0 }).Run(Contenders.Named("popularity")!, new(genuine, Checkerboard.IndexOf(5)), new ModelOptions());
        var tail = figures.Where(figure => figure.Tier == "tail").ToList();
        Assert.Equal(["average", "bandwagon"], tail.Select(figure => figure.Attack));
        Assert.All(tail, figure => Assert.Equal((1, 8, 3 / 8.0), (figure.Targets, figure.RowsLearnedFrom, figure.HostileShare)));

        // Rows 0 to 6 do not have it: three with nothing else left (its rank is 1 before and after), one that lacks track 3, two that lack 2 and 3, one that lacks 1 to 3.
        var bandwagon = tail[1];
        Assert.Equal((2, 1), (bandwagon.RankBefore, bandwagon.RankAfter));
        Assert.Equal((1, 1, 0, 0), (bandwagon.Top20Before, bandwagon.Top20After, bandwagon.WorstTop20, bandwagon.WorstTop100));
    }

    [Fact]
    public void An_attack_lifts_tracks_that_nobody_would_have_found()
    {
        var set = new TrainingSet(RecommenderContract.Random(300, 200, 6000, 5), Checkerboard.IndexOf(200));
        var figures = new AttackTrial(new() { Share = 0.1, Targets = 2 }).Run(Contenders.Named("ials")!, set, new ModelOptions { Factorisation = new() { Factors = 8, Iterations = 4 } });
        Assert.Contains(figures, figure => figure.RankAfter < figure.RankBefore);
        Assert.All(figures, figure => Assert.InRange(figure.Top20After, 0, figure.Top100After));
        Assert.All(figures, figure => Assert.True(figure.WorstTop20 >= figure.Top20After - figure.Top20Before - 1e-9));
    }

    [Fact]
    public void The_same_seed_attacks_in_the_same_way_and_a_sample_is_a_sample()
    {
        var set = new TrainingSet(RecommenderContract.Random(80, 50, 900, 5), Checkerboard.IndexOf(50));
        IReadOnlyList<AttackFigure> Run(long seed) => new AttackTrial(new() { MostRows = 40, MostTested = 10, Seed = seed }).Run(Contenders.Named("neighbours")!, set, new ModelOptions());
        Assert.Equal(Run(1), Run(1));
        Assert.All(Run(1), figure => Assert.Equal(40, figure.RowsLearnedFrom));
        Assert.Empty(new AttackTrial(new()).Run(Contenders.Named("popularity")!, new(Matrix(), Checkerboard.IndexOf(5)), new ModelOptions()));
    }

    private static ListeningMatrix Matrix(params (int Row, int Column, float Weight)[] triples)
    {
        var builder = new ListeningMatrixBuilder();
        foreach (var (row, column, weight) in triples) builder.Add(row, column, weight);
        var rows = triples.Select(triple => triple.Row + 1).DefaultIfEmpty(1).Max();
        return builder.Build(rows - 1, 1, Math.Max(5, triples.Select(triple => triple.Column + 1).DefaultIfEmpty(0).Max()));
    }
}
