using Curation.Core.Auditing.Impact;
using Xunit;

namespace Curation.Tests.Auditing.Impact;

public sealed class ImpactSummaryTests
{
    [Fact]
    public void The_score_is_said_with_what_made_it()
    {
        var said = ImpactSummary.OfScore(Questionnaire.Of(1), ImpactScope.Playlist, Answers.By(ImpactScope.Playlist, Answers.Worst));
        Assert.Equal("The impact is very high (level IV): 67 of 69 points.", said[0]);
        Assert.Equal("The answers add up to 67 points of risk; 0 points of mitigation are fewer than the 13 that would lower it.", said[1]);
        Assert.Equal("Most of the risk lies in the outcomes: 27 of 27 points.", said[2]);
        Assert.Equal("Weighs 5: Does anybody gain money when certain tracks are placed? Somebody pays, and listeners are not told.", said[3]);
        Assert.Equal(6, said.Count);
    }

    [Fact]
    public void Enough_mitigation_is_said_to_lower_it()
    {
        var said = ImpactSummary.OfScore(Questionnaire.Of(1), ImpactScope.Playlist, Answers.By(ImpactScope.Playlist, Answers.Most));
        Assert.Equal("The impact is very high (level IV): 57 of 69 points.", said[0]);
        Assert.Contains("32 points of mitigation are enough to count (13 are needed), so 85 % of the risk stands.", said[1], StringComparison.Ordinal);
    }
}
