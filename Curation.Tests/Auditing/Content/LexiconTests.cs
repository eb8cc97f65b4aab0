using System.Globalization;
using Curation.Core.Auditing.Content;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Content;

public sealed class LexiconTests
{
    private const string Terms = """
        en; insult; block; grot
        en; insult; warn; blather*
        en; threat; block; eat your hat
        de; insult; block; schnösel
        fr; insult; warn; bouffon
        any; allowed; note; grot hall
        """;

    private static readonly Lexicon Small = Lexicon.Read(Terms);

    [Theory]
    [InlineData("What a grot you are", "grot")]
    [InlineData("GROT", "grot")]
    [InlineData("Such a Schnosel", "schnösel")]
    [InlineData("ein SCHNÖSEL!", "schnösel")]
    [InlineData("un bouffon, vraiment", "bouffon")]
    [InlineData("Go and EAT YOUR   hat.", "eat your hat")]
    [InlineData("eat-your-hat", "eat your hat")]
    [InlineData("blathering on", "blather*")]
    [InlineData("gr0t", "grot")]
    [InlineData("g r o t", "grot")]
    [InlineData("g.r.o.t", "grot")]
    [InlineData("g-r-0-t", "grot")]
    [InlineData("grooooot", "grot")]
    [InlineData("gr**", "")]
    [InlineData("g**t", "grot")]
    [InlineData("gro\u200Bt", "grot")]
    [InlineData("gr\u043Et", "grot")]
    [InlineData("ｇｒｏｔ", "grot")]
    [InlineData("𝐠𝐫𝐨𝐭", "grot")]
    [InlineData("b0uff0n", "bouffon")]
    [InlineData("bouf-fon", "bouffon")]
    [InlineData("3at your h4t", "eat your hat")]
    [InlineData("eat y0ur haaaat", "eat your hat")]
    public void A_term_is_found_whatever_its_case_accents_and_common_disguises(string text, string term) =>
        Assert.Equal(term, string.Join(", ", Small.Screen(text).Select(hit => hit.Term.Text)));

    [Theory]
    [InlineData("The grotto and the grotesque")]
    [InlineData("Begrotten")]
    [InlineData("gro tto")]
    [InlineData("1984 was 7 years and 0 days")]
    [InlineData("G R O S S")]
    [InlineData("Big rot")]
    [InlineData("eat your hats")]
    [InlineData("your hat, eat")]
    [InlineData("Grot Hall, a house in the hills")]
    public void A_part_of_a_longer_word_or_an_allowed_phrase_is_no_find(string text) => Assert.Empty(Small.Screen(text));

    [Theory]
    [InlineData("Scunthorpe")]
    [InlineData("Penistone, Essex and Lightwater")]
    [InlineData("Night shift, class of 77, Dickinson, cocktail")]
    [InlineData("Niger and Nigeria, Montenegro")]
    [InlineData("Grape shitake")]
    public void The_starter_lexicon_leaves_names_of_towns_and_people_alone(string text) => Assert.Empty(Lexicon.Starter.Screen(text));

    [Fact]
    public void The_starter_lexicon_has_terms_in_four_languages_and_finds_each_of_them_itself()
    {
        Assert.Equal(["de", "en", "es", "fr"], Lexicon.Starter.Terms.Where(term => !term.Excuses).Select(term => term.Language).Distinct().Order());
        Assert.All(Lexicon.Starter.Terms.Where(term => !term.Excuses), term => Assert.NotEmpty(Lexicon.Starter.Screen(term.Text.TrimEnd('*'))));
    }

    [Fact]
    public void A_find_says_where_it_stands_and_whether_it_was_disguised()
    {
        var hit = Assert.Single(Small.Screen("so: g r o t, yes"));
        Assert.Equal((4, 7, true, ContentLevel.Block), (hit.Start, hit.Length, hit.Disguised, hit.Term.Level));
        Assert.False(Assert.Single(Small.Screen("grot")).Disguised);
    }

    [Fact]
    public void A_script_without_gaps_between_words_is_screened_character_by_character()
    {
        var lexicon = Lexicon.Read("ja; insult; warn; 馬鹿");
        Assert.Single(lexicon.Screen("彼は馬鹿です"));
        Assert.Empty(lexicon.Screen("馬と鹿"));
    }

    [Theory]
    [InlineData("en; insult; block")]
    [InlineData("english; insult; block; grot")]
    [InlineData("en; insult; fatal; grot")]
    [InlineData("en; insult; 2; grot")]
    [InlineData("en; insult; block; !!!")]
    [InlineData("en; insult; block; gro*")]
    public void A_line_that_says_something_else_is_named(string line) =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => Lexicon.Read("# kept by us\n" + line)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_reads_back_as_the_same_terms() => Assert.Equal(Lexicon.Starter.Terms, Lexicon.Read(Lexicon.Starter.Write()).Terms);

    [Fact]
    public void No_text_breaks_the_screen_and_every_find_lies_inside_it()
    {
        var pieces = Gen.Elements("grot", "g", "r", "o", "t", " ", ".", "*", "0", "!", "\0", "\uD83D", "\uDE00", "\u0301", "\u200B", "馬", "ß", "İ", "eat your", "hat", "blather", "\u202E", "<b>", "'; DROP TABLE", "\uFFFF", "ﷺ");
        var texts = pieces.ListOf().Select(parts => string.Concat(parts));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts.ToArbitrary(), text => Small.Screen(text).All(hit => hit.Start >= 0 && hit.Length > 0 && hit.Start + hit.Length <= text.Length && hit.Term.Category != LexiconTerm.Allowed)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Lexicon.Starter.Screen(text).All(hit => hit.Start + hit.Length <= text.Length)));
    }

    /// <summary>Work is counted by what it finds out of texts of the greatest length; one that grew with the square would not come back.</summary>
    [Fact]
    public void Two_hundred_hostile_texts_of_any_length_come_back()
    {
        string[] seeds = ["a", "g r o t ", "g.", "*", "a*", "!", "0", "1", "\u0301", "\u200B", "馬", "grot", "blather", "eat your ", "eat your hat ", "\uD83D", "a\u0300\u0301", "@$", "l", "ﷺ"];
        for (var payload = 0; payload < 200; payload++)
        {
            var seed = seeds[payload % seeds.Length];
            var other = seeds[payload / seeds.Length];
            var text = string.Concat(Enumerable.Repeat(seed + other, 40_000 / (seed.Length + other.Length)));
            Assert.All(Small.Screen(text), hit => Assert.True(hit.Start + hit.Length <= text.Length, string.Create(CultureInfo.InvariantCulture, $"payload {payload}")));
        }
    }
}
