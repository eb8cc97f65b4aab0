using Curation.Core.Auditing.Figures;
using Xunit;

namespace Curation.Tests.Auditing.Figures;

public sealed class PositionWeightTests
{
    [Fact]
    public void Another_weight_than_the_default_is_part_of_the_name()
    {
        Assert.Equal("exposure", PositionWeight.Log.Of(Measures.Exposure));
        Assert.Equal("exposure@geometric", PositionWeight.Geometric.Of(Measures.Exposure));
        Assert.Contains("log, geometric, attention", Assert.Throws<ArgumentException>(() => PositionWeight.Named("loud")).Message, StringComparison.Ordinal);
    }
}
