using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Xunit;
using static Curation.Tests.Catalog.Versions.Tracks;

namespace Curation.Tests.Catalog.Versions;

public sealed class VersionJudgeTests
{
    private static readonly Guid Recording = Guid.Parse("6f9c8c32-3aae-4dad-b023-56389361cf6b");

    [Fact]
    public void Only_an_identifier_gives_certainty()
    {
        var pair = VersionJudge.Judge(Of(1, "Underpass", isrc: "NLA010000001"), Of(2, "Underpass (2011 Remaster)", isrc: "nla010000001"));
        Assert.Equal(new VersionPair(new TrackId(1), new TrackId(2), VersionRelation.SameRecording, 1, "same ISRC NLA010000001"), pair);
        Assert.Equal(1, VersionJudge.Judge(Of(1, "Underpass", mbid: Recording), Of(2, "Underpass", mbid: Recording))!.Confidence);
        var named = VersionJudge.Judge(Of(1, "Sodium Underpass", release: 1, features: Sound(120)), Of(2, "Sodium Underpass", release: 2, features: Sound(120)))!;
        Assert.Equal(VersionRelation.SameRecording, named.Relation);
        Assert.InRange(named.Confidence, .9, .97);
        Assert.Equal("same main artist, title and length, on two releases, same tempo and key", named.Because);
    }

    [Theory]
    [InlineData("Underpass", "Underpass", 2)]
    [InlineData("Underpass", "Underpass (Live)", 1)]
    [InlineData("Underpass", "Something Else", 1)]
    public void An_identifier_that_the_rest_speaks_against_is_a_question(string one, string other, int artist) =>
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, one, isrc: "NLA010000001"), Of(2, other, artist, isrc: "NLA010000001"))!.Relation);

    [Fact]
    public void An_identifier_with_another_length_is_a_question()
    {
        var pair = VersionJudge.Judge(Of(1, "Underpass", isrc: "NLA010000001"), Of(2, "Underpass", ms: 260_000, isrc: "NLA010000001"))!;
        Assert.Equal((VersionRelation.Maybe, "same ISRC NLA010000001, but lengths 60 s apart"), (pair.Relation, pair.Because));
    }

    [Theory]
    [InlineData("Sodium Lights", "Sodium Lights (2011 Remaster)")]
    [InlineData("Sodium Lights", "SODIUM LIGHTS - Remastered 2011")]
    [InlineData("Sodium Lights", "Sodium Lights feat. Ilse Brandt")]
    [InlineData("Sodium Lights [Album Version]", "Sodium Lights (feat. Ilse Brandt)")]
    [InlineData("Sódium Lights", "sodium lights")]
    [InlineData("Sodium Lights (Live at Ostmere Hall)", "Sodium Lights - Live at Ostmere Hall")]
    public void The_same_song_with_the_same_length_is_one_recording(string one, string other) =>
        Assert.Equal(VersionRelation.SameRecording, VersionJudge.Judge(Of(1, one), Of(2, other, ms: 200_400))!.Relation);

    [Theory]
    [InlineData("Sodium Lights", "Sodium Lights (Live)")]
    [InlineData("Sodium Lights", "Sodium Lights (Acoustic)")]
    [InlineData("Sodium Lights", "Sodium Lights (Kilo Remix)")]
    [InlineData("Sodium Lights", "Sodium Lights (Demo)")]
    [InlineData("Sodium Lights", "Sodium Lights (Instrumental)")]
    [InlineData("Sodium Lights", "Sodium Lights (Kilo's Version)")]
    [InlineData("Sodium Lights (Live at Ostmere Hall)", "Sodium Lights (Live in Velbruck)")]
    [InlineData("Sodium Lights (Kilo Remix)", "Sodium Lights (Lima Remix)")]
    [InlineData("Sodium Lights (feat. Kilo)", "Sodium Lights (feat. Lima)")]
    public void A_version_is_another_recording_of_the_same_song_even_with_the_same_length(string one, string other) =>
        Assert.Equal(VersionRelation.AnotherVersion, VersionJudge.Judge(Of(1, one), Of(2, other))!.Relation);

    [Fact]
    public void Names_alone_are_never_more_than_a_maybe()
    {
        var pair = VersionJudge.Judge(Of(1, "Sodium Lights", ms: null, release: 1), Of(2, "Sodium Lights", release: 2))!;
        Assert.Equal(VersionRelation.Maybe, pair.Relation);
        Assert.StartsWith("same main artist and title, one length is not known", pair.Because, StringComparison.Ordinal);
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, "Sodium Lights"), Of(2, "Sodium Lights", ms: 203_500))!.Relation);
    }

    [Theory]
    [InlineData("Sodium Lights", 1, "Sodium Lights", 2)]
    [InlineData("Sodium Lights", 1, "Sodium Lights (Artist 1 Cover)", 2)]
    [InlineData("Nightwalk, Part 1", 1, "Nightwalk, Part 2", 1)]
    [InlineData("Nightwalk (Pt. I)", 1, "Nightwalk (Pt. II)", 1)]
    [InlineData("Etude No. 3", 1, "Etude No. 4", 1)]
    [InlineData("Sodium Lights", 1, "Sodium Lights Reprise", 1)]
    [InlineData("Sodium Lights", 1, "Sodium Lights (Reprise)", 1)]
    [InlineData("Sodium", 1, "Sodium (Lights On)", 1)]
    [InlineData("Track 1", 1, "Track 2", 1)]
    public void Another_artist_of_the_name_a_cover_another_part_or_a_longer_name_is_nothing(string one, int oneArtist, string other, int otherArtist) =>
        Assert.Null(VersionJudge.Judge(Of(1, one, oneArtist), Of(2, other, otherArtist)));

    [Theory]
    [InlineData("Intro"), InlineData("Outro"), InlineData("Interlude"), InlineData("Untitled"), InlineData("7"), InlineData("[untitled]"), InlineData("Track 1")]
    public void A_name_that_many_tracks_bear_is_never_grouped(string title)
    {
        Assert.Null(VersionJudge.Judge(Of(1, title), Of(2, title, ms: 201_500)));
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, title, release: 1), Of(2, title, release: 2))!.Relation);
    }

    [Fact]
    public void Two_of_one_name_on_one_release_or_of_another_tempo_are_not_taken_for_one()
    {
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, "Sodium Lights", release: 1), Of(2, "Sodium Lights", release: 1))!.Relation);
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, "Sodium Lights", features: Sound(120)), Of(2, "Sodium Lights", features: Sound(97)))!.Relation);
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, "Sodium Lights", mbid: Recording), Of(2, "Sodium Lights", mbid: Guid.Parse("7f9c8c32-3aae-4dad-b023-56389361cf6b")))!.Relation);
    }

    [Fact]
    public void An_edit_of_the_same_length_is_a_question() =>
        Assert.Equal(VersionRelation.Maybe, VersionJudge.Judge(Of(1, "Sodium Lights"), Of(2, "Sodium Lights (Radio Edit)"))!.Relation);

    private static AudioFeatures Sound(double tempo) => new(tempo, null, null, new MusicalKey(8, false));
}
