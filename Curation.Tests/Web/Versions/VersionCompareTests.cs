using Bunit;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Versions;
using Curation.Core.Recommending;
using Curation.Web.Hearing;
using Curation.Web.Versions;
using Xunit;

namespace Curation.Tests.Web.Versions;

public sealed class VersionCompareTests : BunitContext
{
    [Fact]
    public void Two_tracks_are_compared_with_the_names_of_their_releases()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        ComponentFactories.AddStub<PlayButton>();
        var question = new VersionQuestion(Row(1), Row(2), new VersionPair(new TrackId(1), new TrackId(2), VersionRelation.Maybe, .31, "on two releases"), 0) { OneRelease = "Tide Tables", OtherRelease = "Ebb" };
        var compare = Render<VersionCompare>(part => part.Add(p => p.Question, question));
        Assert.Equal(["Release" + "Tide Tables", "Release" + "Ebb"], compare.FindAll(".fact").Select(fact => fact.TextContent.Trim()).Where(fact => fact.StartsWith("Release", StringComparison.Ordinal) && !fact.StartsWith("Released", StringComparison.Ordinal)));
    }

    private static TrackRow Row(int id) => new(new TrackFacts(new TrackId(id), "Underpass", "Pellwick", [new ArtistId(1)], [], null, 200_000, false, null, null, default), "", PopularityTier.Middle);
}
