using Curation.Core.Auditing.Dimensions;
using Curation.Core.Numerics;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Everything that a measurement needs to know before it goes through the lists. Read by all threads.</summary>
internal sealed class MeasuringPlan
{
    public MeasuringPlan(MeasuringGround ground, GroupTable table, MeasuredLists measured, MeasuringOptions options)
    {
        Ground = ground;
        Table = table;
        Measured = measured;
        Options = options;
        Heard = new HeardRows(measured.Audience, ground);
        Groups = AudienceGroups.All(measured.Audience, Heard, options);
        Places = ground.Rows.RowsOf(measured.Lists.Tracks);
        Shared = ground.Rows.RowsOf([.. measured.Shared]);
        Pool = ground.Rows.RowsOf([.. measured.Pool.Distinct()]);
        Starts = new int[measured.Lists.Count + 1];
        for (var row = 0; row < measured.Lists.Count; row++) Starts[row + 1] = Starts[row] + measured.Lists.Of(row).Length;
        var lengths = Enumerable.Range(0, measured.Lists.Count).Select(row => Starts[row + 1] - Starts[row]).Append(Shared.Length).Distinct().ToArray();
        Weights = options.Weight.First(lengths.DefaultIfEmpty(0).Max());
        var everything = Enumerable.Range(0, ground.Rows.Count).ToArray();
        AllWeight = Enumerable.Range(0, measured.Lists.Count).Select(row => Starts[row + 1] - Starts[row]).CountBy(length => length).OrderBy(pair => pair.Key).Sum(pair => pair.Value * Weights.Take(pair.Key).Sum());
        Candidates = new CandidateMix(table, Pool.Length > 0 ? Pool : everything, everything, lengths);
        Columns = new MeasuredColumns(table, Groups);
        Parts = Deal(measured.Lists.Count, options);
        SharedMix = ground.Genre < 0 ? [] : KnownMix(ground.Dimensions[ground.Genre], Shared);
    }

    public MeasuringGround Ground { get; }

    /// <summary>The groups of the ground's dimensions, then of the crossed ones.</summary>
    public GroupTable Table { get; }

    public MeasuredLists Measured { get; }

    public MeasuringOptions Options { get; }

    public HeardRows Heard { get; }

    public IReadOnlyList<AudienceGroups> Groups { get; }

    /// <summary>Rows of the tracks of all lists, one list after another.</summary>
    public int[] Places { get; }

    /// <summary>Where each list starts.</summary>
    public int[] Starts { get; }

    public int[] Shared { get; }

    public int[] Pool { get; }

    /// <summary>By place.</summary>
    public double[] Weights { get; }

    /// <summary>The weights of all places of all lists.</summary>
    public double AllWeight { get; }

    public CandidateMix Candidates { get; }

    public MeasuredColumns Columns { get; }

    /// <summary>Lists by part; within a part ascending.</summary>
    public int[][] Parts { get; }

    /// <summary>The genres of the shared list, unknown ones left out.</summary>
    public double[] SharedMix { get; }

    /// <summary>What a place weighs, beyond the longest list too.</summary>
    public double WeightAt(int place) => place < Weights.Length ? Weights[place] : Options.Weight.At(place);

    public ReadOnlySpan<int> PlacesOf(int row) => Places.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    /// <summary>Deals listeners to parts at random, so that the parts are alike: each listener alone where there are few.</summary>
    private static int[][] Deal(int count, MeasuringOptions options)
    {
        if (count <= options.Parts) return [.. Enumerable.Range(0, count).Select(row => (int[])[row])];
        var order = Enumerable.Range(0, count).ToArray();
        new SeededRandom(options.Seed).Shuffle<int>(order);
        var parts = new List<int>[options.Parts];
        for (var part = 0; part < parts.Length; part++) parts[part] = [];
        for (var place = 0; place < count; place++) parts[place % parts.Length].Add(order[place]);
        return Array.ConvertAll(parts, part => part.Order().ToArray());
    }

    private static double[] KnownMix(Dimension genres, int[] rows)
    {
        var mix = genres.Mix(rows) ?? new double[genres.Groups.Count];
        var known = 1 - mix[0];
        mix[0] = 0;
        for (var genre = 0; genre < mix.Length; genre++) mix[genre] = known > 1e-9 ? mix[genre] / known : 0;
        return mix;
    }
}
