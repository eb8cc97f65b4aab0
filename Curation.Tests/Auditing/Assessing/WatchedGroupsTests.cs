using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Xunit;

namespace Curation.Tests.Auditing.Assessing;

public sealed class WatchedGroupsTests
{
    /// <summary>A crossing of very many groups tells the small ones together; a group that a line of the policy names would be no longer measured.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("exposure/town × village/hamlet × *", true)]
    [InlineData("amplification/* × */hamlet × village 1/catalogue", true)]
    [InlineData("exposure/village × town/hamlet × *", false)]
    [InlineData("exposure/town × village/* × hamlet", false)]
    [InlineData("exposure/town/hamlet", false)]
    public void A_group_that_a_line_names_stays_apart_however_large_the_crossing_becomes(string? line, bool apart)
    {
        var world = new SmallWorld(3, tracks: 200, artists: 60);
        Dimension Of(string name) => Dimension.OfArtists(name, world.Rows, artist => name == "town" && artist.Value == 60 ? "hamlet" : $"{name} {artist.Value % 20}");
        var options = new MeasuringOptions { Resamples = 0, Crossed = [("town", "village")], Watched = line is null ? [] : [MeasureKey.Parse(line)] };
        var crossed = new EffectMeter(world.GroundOf(world.Rows, [Of("town"), Of("village")]), options).Dimensions[^1];
        Assert.Equal(apart, crossed.Groups.Any(group => Dimension.Crossing(group)!.Value.One == "hamlet"));
        Assert.Contains(crossed.Groups, group => Dimension.Crossing(group)!.Value.One == Dimension.Other);
    }
}
