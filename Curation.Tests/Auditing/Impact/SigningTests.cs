using Curation.Core.Auditing.Impact;
using Xunit;

namespace Curation.Tests.Auditing.Impact;

public sealed class SigningTests
{
    [Theory]
    [InlineData(ImpactLevel.I, 1, 0, false)]
    [InlineData(ImpactLevel.II, 1, 0, true)]
    [InlineData(ImpactLevel.III, 2, 0, true)]
    [InlineData(ImpactLevel.IV, 2, 1, true)]
    public void A_level_says_who_signs(ImpactLevel level, int reviewers, int admins, bool outside) => Assert.Equal(new Signers(reviewers, admins, outside), Signers.Of(level));

    [Fact]
    public void Who_is_both_signs_as_a_reviewer_until_there_are_enough()
    {
        var four = Signers.Of(ImpactLevel.IV);
        Assert.Equal(SignedAs.Reviewer, four.Next(reviewer: true, admin: true, [SignedAs.Reviewer]));
        Assert.Equal(SignedAs.Admin, four.Next(reviewer: true, admin: true, [SignedAs.Reviewer, SignedAs.Reviewer]));
        Assert.Null(four.Next(reviewer: true, admin: false, [SignedAs.Reviewer, SignedAs.Reviewer]));
        Assert.False(four.AreMet([SignedAs.Reviewer, SignedAs.Reviewer]));
        Assert.True(four.AreMet([SignedAs.Admin, SignedAs.Reviewer, SignedAs.Reviewer]));
        Assert.Null(Signers.Of(ImpactLevel.I).Next(reviewer: false, admin: true, []));
    }
}
