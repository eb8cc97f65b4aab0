using Curation.Core.Blending;
using Curation.Core.Listening;
using Xunit;

namespace Curation.Tests.Blending;

public sealed class TasteClustersTests
{
    /// <summary>Thirty listeners who love one of three genres, a little differently each, and three who have played nothing.</summary>
    private static readonly TasteProfile[] Profiles = Enumerable.Range(1, 33).Select(id => new TasteProfile(
        new ListenerId(id),
        id <= 30 ? 20 + id : 0,
        id > 30 ? new float[4] : Enumerable.Range(0, 4).Select(genre => genre == id % 3 ? 0.9f : genre == 3 ? 0.002f * id : 0.01f).ToArray())).ToArray();

    [Fact]
    public void Listeners_of_one_taste_are_one_cluster_named_by_what_sets_it_apart()
    {
        var clusters = TasteClusters.Of(Profiles, 3);
        Assert.Equal([10, 10, 10], clusters.Select(cluster => cluster.Size));
        Assert.Equal([1, 2, 3], clusters.Select(cluster => cluster.Number));
        Assert.Equal([0, 1, 2], clusters.Select(cluster => cluster.Genres[0]).Order());
        Assert.All(clusters, cluster => Assert.Equal(cluster.Genres[0], cluster.Typical.Value % 3));
    }

    [Fact]
    public void The_order_of_the_profiles_changes_nothing()
    {
        var forwards = TasteClusters.Of(Profiles, 6);
        var backwards = TasteClusters.Of(Profiles.Reverse(), 6);
        Assert.Equal(forwards.Select(Words), backwards.Select(Words));

        static string Words(TasteCluster cluster) => $"{cluster.Number} {cluster.Size} {cluster.Typical} {string.Join(',', cluster.Genres)}";
    }

    [Fact]
    public void There_are_never_more_clusters_than_different_tastes()
    {
        var alike = Enumerable.Range(1, 5).Select(id => new TasteProfile(new ListenerId(id), 9, [1, 0])).ToList();
        Assert.Equal((5, new ListenerId(1)), (Assert.Single(TasteClusters.Of(alike)).Size, TasteClusters.Of(alike)[0].Typical));
        Assert.Empty(TasteClusters.Of([]));
    }

    [Fact]
    public void The_outsider_plays_much_but_little_of_the_genre()
    {
        TasteProfile[] profiles = [new(new ListenerId(1), 3, [0, 1]), new(new ListenerId(2), 50, [0.5f, 0.5f]), new(new ListenerId(3), 40, [0.1f, 0.9f]), new(new ListenerId(4), 90, [0.1f, 0.9f])];
        Assert.Equal(4, TasteClusters.Outsider(profiles, [0])!.Listener.Value);
        Assert.Equal(1, TasteClusters.Outsider(profiles[..1], [0])!.Listener.Value);
        Assert.Null(TasteClusters.Outsider([], [0]));
    }
}
