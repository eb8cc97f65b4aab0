using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

public sealed class WordIndexTests
{
    private readonly WordIndex index = new([["blue", "moon"], ["blues", "blue", "blue"], [], ["moonlight"]]);

    [Fact]
    public void A_word_leads_to_the_texts_that_hold_it_each_once() => Assert.Equal([0, 1], index.Holding("blue"));

    [Fact]
    public void A_word_that_no_text_holds_leads_nowhere() => Assert.Empty(index.Holding("red"));

    [Fact]
    public void A_beginning_leads_to_every_word_that_starts_so_the_exact_word_first() =>
        Assert.Equal([[0], [3]], index.StartingWith("moon").Select(list => list.ToArray()));

    [Fact]
    public void A_beginning_behind_the_last_word_leads_nowhere() => Assert.Empty(index.StartingWith("zz"));
}
