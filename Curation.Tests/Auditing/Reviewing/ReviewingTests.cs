using Curation.Core.Auditing.Policies;
using Curation.Core.Auditing.Reviewing;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Auditing.Reviewing;

public sealed class ReviewingTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Zoë Ørsted", "zoe orsted", true)]
    [InlineData("Rue  Marsh", "RUE MARSH", true)]
    [InlineData("Rue Marsh", "Rue Marshall", false)]
    [InlineData("", "", false)]
    public void Two_spellings_of_a_name_are_one_person(string one, string other, bool same) =>
        Assert.Equal(same, SamePerson.Because(new AccountFace(one, "", null), new AccountFace(other, "", null)) is not null);

    [Theory]
    [InlineData("rue@example.org", "RUE@example.org", true)]
    [InlineData("rue@example.org", "rue+review@example.org", true)]
    [InlineData("rue@example.org", "rue@example.com", false)]
    public void Two_spellings_of_an_address_reach_one_person(string one, string other, bool same) =>
        Assert.Equal(same, SamePerson.Because(new AccountFace("A", one, null), new AccountFace("B", other, null)) is not null);

    [Fact]
    public void What_an_admin_noted_counts_more_than_names()
    {
        Assert.NotNull(SamePerson.Because(new AccountFace("A", "a@example.org", 1), new AccountFace("B", "b@example.org", 1)));
        Assert.Null(SamePerson.Because(new AccountFace("A", "a@example.org", 1), new AccountFace("B", "b@example.org", 2)));
        Assert.Null(SamePerson.Because(new AccountFace("A", "a@example.org", null), new AccountFace("B", "b@example.org", null)));
    }

    [Fact]
    public void A_priority_adds_up_from_its_parts_and_grows_with_each()
    {
        var block = Findings.Of(StartingPolicy.Rules, new PolicySubject(PlaylistKind.Personal, 1, null), Measured.But(Measured.Of("explicit-reach", 1)), [], Now);
        var calm = Findings.Of(StartingPolicy.Rules, new PolicySubject(PlaylistKind.Personal, 1, null), Measured.Calm, [], Now);
        var low = Priority.Of(calm, 0, 10, null, TimeSpan.Zero);
        Assert.True(low.Score < Priority.Of(calm, 0, 10_000, null, TimeSpan.Zero).Score);
        Assert.True(low.Score < Priority.Of(calm, 0, 10, 2, TimeSpan.Zero).Score);
        Assert.True(low.Score < Priority.Of(calm, 0, 10, null, TimeSpan.FromHours(5)).Score);
        Assert.True(low.Score < Priority.Of(null, 0, 10, null, TimeSpan.Zero).Score);
        Assert.True(Priority.Of(null, 1, 10, null, TimeSpan.Zero).Score > Priority.Of(null, 0, 10, null, TimeSpan.Zero).Score);
        var most = Priority.Of(block, 0, 1_000_000_000, 4, TimeSpan.FromDays(30));
        Assert.Equal(100, most.Score, 9);
        Assert.Equal(most.Score, most.Parts.Sum(part => part.Points), 9);
        Assert.Equal(("low", "high"), (low.Word, most.Word));
    }

    [Fact]
    public void A_quantile_is_a_span_that_happened()
    {
        var spans = Enumerable.Range(1, 10).Select(i => TimeSpan.FromHours(i)).Reverse().ToList();
        Assert.Equal(TimeSpan.FromHours(5), Quantiles.At(spans, 0.5));
        Assert.Equal(TimeSpan.FromHours(9), Quantiles.At(spans, 0.9));
        Assert.Equal(TimeSpan.FromHours(1), Quantiles.At(spans, 0));
        Assert.Null(Quantiles.At([], 0.5));
    }

    [Fact]
    public void A_second_reviewer_is_needed_for_what_the_policy_says()
    {
        var calm = Findings.Of(StartingPolicy.Rules, new PolicySubject(PlaylistKind.Personal, 1, null), Measured.Calm, [], Now);
        var blocked = Findings.Of(StartingPolicy.Rules, new PolicySubject(PlaylistKind.Personal, 1, null), Measured.But(Measured.Of("explicit-reach", 1)), [], Now);
        var waiver = new Waiver(new PlaylistId(1), blocked[0], "live week", new PersonId("x"), Now.AddDays(1), new PersonId("x"), Now);
        var waived = Findings.Of(StartingPolicy.Rules, new PolicySubject(PlaylistKind.Personal, 1, null), Measured.But(Measured.Of("explicit-reach", 1)), [waiver], Now);
        var rule = new SecondReview();
        Assert.Null(rule.Because(calm, 2, 1_000_000));
        Assert.Equal("its impact level is III", rule.Because(calm, 3, 1));
        Assert.NotNull(rule.Because(waived, null, 1));
        Assert.Null((rule with { WhenABlockIsWaived = false }).Because(waived, null, 1));
        Assert.NotNull((rule with { FromListeners = 100 }).Because(calm, null, 100));
    }
}
