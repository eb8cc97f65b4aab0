using Curation.Core.Catalog.Versions;
using Xunit;

namespace Curation.Tests.Catalog.Versions;

public sealed class TitleReaderTests
{
    [Theory]
    [InlineData("Underpass (2011 Remaster)", VersionKind.Remaster, "2011")]
    [InlineData("UNDERPASS - Remastered 2011", VersionKind.Remaster, "2011")]
    [InlineData("Underpass (Digitally Remastered)", VersionKind.Remaster, "")]
    [InlineData("Underpass - Remasterizado", VersionKind.Remaster, "")]
    [InlineData("Underpass [Rimasterizzato]", VersionKind.Remaster, "")]
    [InlineData("Underpass（リマスター）", VersionKind.Remaster, "")]
    [InlineData("Underpass (Live)", VersionKind.Live, "")]
    [InlineData("Underpass {Live At The Wireless 2012}", VersionKind.Live, "wireless 2012")]
    [InlineData("Underpass - Ao Vivo", VersionKind.Live, "")]
    [InlineData("Underpass (En Directo)", VersionKind.Live, "")]
    [InlineData("Underpass (dal vivo)", VersionKind.Live, "")]
    [InlineData("Underpass (na żywo)", VersionKind.Live, "")]
    [InlineData("Underpass (ライブ)", VersionKind.Live, "")]
    [InlineData("Underpass – Radio Edit", VersionKind.Edit, "")]
    [InlineData("Underpass radio edit", VersionKind.Edit, "")]
    [InlineData("Underpass (Radiofassung)", VersionKind.Edit, "")]
    [InlineData("Underpass (Extended Mix)", VersionKind.Extended, "")]
    [InlineData("Underpass (12\" Mix)", VersionKind.Extended, "")]
    [InlineData("Underpass (Ilse Brandt Remix)", VersionKind.Remix, "ilse brandt")]
    [InlineData("Underpass (Ilse Brandt Edit)", VersionKind.Remix, "ilse brandt")]
    [InlineData("Underpass (Acústico)", VersionKind.Acoustic, "")]
    [InlineData("Underpass (Akustikversion)", null, "")]
    [InlineData("Underpass (Акустика)", VersionKind.Acoustic, "")]
    [InlineData("Underpass (Demo)", VersionKind.Demo, "")]
    [InlineData("Underpass (Instrumental)", VersionKind.Instrumental, "")]
    [InlineData("Underpass (Mono)", VersionKind.Mono, "")]
    [InlineData("Underpass (Ilse's Version)", VersionKind.Rerecording, "ilses")]
    [InlineData("Underpass (Neuaufnahme)", VersionKind.Rerecording, "")]
    [InlineData("Underpass (Spanish Version)", VersionKind.Translation, "")]
    [InlineData("Underpass [Album Version]", VersionKind.Plain, "")]
    public void A_title_says_its_version_in_many_languages_and_spellings(string title, VersionKind? kind, string detail)
    {
        var reading = TitleReader.Read(title);
        if (kind is null)
        {
            Assert.NotEqual("underpass", reading.Core);
            return;
        }

        Assert.Equal("underpass", reading.Core);
        Assert.Equal(new VersionMark(kind.Value, detail), Assert.Single(reading.Marks));
    }

    [Theory]
    [InlineData("Underpass feat. Ilse Brandt", "ilse brandt")]
    [InlineData("Underpass (ft. Ilse Brandt)", "ilse brandt")]
    [InlineData("Underpass {Ft. Ilse Brandt/Kilo}", "ilse brandt kilo")]
    [InlineData("Underpass [Featuring Ilse Brandt] (Radio Edit)", "ilse brandt")]
    [InlineData("Underpass (mit Ilse Brandt)", "ilse brandt")]
    public void Guests_are_told_from_the_song(string title, string guests)
    {
        var reading = TitleReader.Read(title);
        Assert.Equal(("underpass", guests), (reading.Core, reading.Guests));
    }

    [Theory]
    [InlineData("(I Can't Get No) Satisfaction", "i cant get no satisfaction")]
    [InlineData("Live and Let Die", "live and let die")]
    [InlineData("Long Live (the King)", "long live the king")]
    [InlineData("Live Forever", "live forever")]
    [InlineData("Left - Right", "left right")]
    [InlineData("Symphony No. 5 - Allegro", "symphony no 5 allegro")]
    [InlineData("Featherweight", "featherweight")]
    [InlineData("Radio Radio", "radio radio")]
    [InlineData("The Remix", "the remix")]
    [InlineData("Another Brick in the Wall, Pt. II", "another brick in the wall part 2")]
    [InlineData("Another Brick in the Wall (Part 2)", "another brick in the wall part 2")]
    [InlineData("(Intro)", "intro")]
    [InlineData("Ön", "on")]
    [InlineData("!!!", "!!!")]
    public void Words_that_only_look_like_a_version_stay_in_the_name(string title, string core)
    {
        var reading = TitleReader.Read(title);
        Assert.Equal(core, reading.Core);
        Assert.Empty(reading.Marks);
    }

    [Theory]
    [InlineData("Intro"), InlineData("(Outro)"), InlineData("Untitled"), InlineData("7"), InlineData("Track 03"), InlineData("Interlude II - 2")]
    public void A_name_that_many_tracks_bear_is_known_as_such(string title) => Assert.Equal(title != "Interlude II - 2", TitleReader.Read(title).IsGeneric);
}
