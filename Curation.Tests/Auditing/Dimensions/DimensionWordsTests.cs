using Curation.Core.Auditing.Dimensions;
using Xunit;

namespace Curation.Tests.Auditing.Dimensions;

public sealed class DimensionWordsTests
{
    [Theory]
    [InlineData("region", "artist region")]
    [InlineData("country", "artist country")]
    [InlineData("gender × region", "gender × artist region")]
    [InlineData("listener region", "listener region")]
    [InlineData("genre", "genre")]
    public void Where_artists_are_from_and_where_listeners_are_have_names_of_their_own(string dimension, string name) => Assert.Equal(name, DimensionWords.Name(dimension));

    [Theory]
    [InlineData("country", "GB", "United Kingdom")]
    [InlineData("listener region", "BR", "Brazil")]
    [InlineData("gender × country", "female × SE", "female × Sweden")]
    [InlineData("language", "pt", "Portuguese")]
    [InlineData("region", "Western Europe", "Western Europe")]
    [InlineData("gender × country", "unknown", "unknown")]
    [InlineData("country", "XQ", "XQ")]
    [InlineData("listener region", "north", "north")]
    [InlineData("genre", "UK", "UK")]
    public void Codes_of_countries_and_languages_are_spelled_and_nothing_else_is(string dimension, string group, string name) => Assert.Equal(name, DimensionWords.Group(dimension, group));

    [Fact]
    public void That_bands_count_as_unknown_is_told_of_gender_and_of_what_is_crossed_with_it()
    {
        Assert.Contains("Bands", DimensionWords.Note("gender"), StringComparison.Ordinal);
        Assert.Equal(DimensionWords.Note("gender"), DimensionWords.Note("gender × region"));
        Assert.Null(DimensionWords.Note("region"));
    }
}
