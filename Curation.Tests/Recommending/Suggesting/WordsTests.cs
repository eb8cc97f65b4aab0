using Curation.Core.Recommending.Suggesting;
using Xunit;

namespace Curation.Tests.Recommending.Suggesting;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Ön", "on")]
    [InlineData("Café del Mar", "cafe del mar")]
    [InlineData("Deniz Arlı", "deniz arli")]
    [InlineData("Smørrebrød & Æbler", "smorrebrod aebler")]
    [InlineData("Don't Stop (Night-Mix)", "dont stop night mix")]
    [InlineData("Łódź 1984", "lodz 1984")]
    [InlineData("東京 ナイト", "東京 ナイト")]
    [InlineData(" .,;! ", "")]
    public void Text_is_cut_into_words_blind_to_case_and_accents(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Fact]
    public void A_letter_with_its_accent_apart_is_the_same_word_as_in_one() =>
        Assert.Equal(Words.Of("caf\u00e9"), Words.Of("cafe\u0301"));

    [Fact]
    public void A_need_is_read_without_the_words_that_hold_the_sentence_together() =>
        Assert.Equal(["driving", "home", "late", "blue"], Words.OfNeed("For people who are driving home late, with the blues and the blue"));

    [Theory]
    [InlineData("songs", "song")]
    [InlineData("bus", "bus")]
    [InlineData("glass", "glass")]
    [InlineData("tennis", "tennis")]
    public void A_plural_s_is_dropped(string word, string singular) => Assert.Equal(singular, Words.Singular(word));
}
