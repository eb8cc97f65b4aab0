using Curation.Core.Catalog;
using Xunit;

namespace Curation.Tests.Catalog;

public sealed class SameRecordingTests
{
    [Fact]
    public void The_same_isrc_speaks_even_where_title_and_artist_differ()
    {
        var likeness = Only(Track(1, "Sodium Lights", artist: 1, isrc: "NLA010000001"), Track(2, "Lights", artist: 2, isrc: "nla010000001"));
        Assert.Equal(new Likeness(new TrackId(2), new TrackId(1), "same ISRC NLA010000001"), likeness);
    }

    [Fact]
    public void The_same_musicbrainz_recording_speaks()
    {
        var id = Guid.Parse("6f9c8c32-3aae-4dad-b023-56389361cf6b");
        Assert.Equal("same MusicBrainz recording", Only(Track(1, "A", artist: 1, mbid: id), Track(2, "B", artist: 2, mbid: id)).Because);
    }

    [Theory]
    [InlineData("Underpass", "Underpass (2011 Remaster)")]
    [InlineData("Underpass", "UNDERPASS - Remastered 2011")]
    [InlineData("Underpass", "Underpass feat. Ilse Brandt")]
    [InlineData("Underpass [Album Version]", "Underpass (feat. Ilse Brandt)")]
    [InlineData("Ön", "ön – Radio Edit")]
    public void The_same_title_but_for_its_version_and_a_similar_length_is_a_warning(string one, string other) =>
        Assert.Equal("same main artist and title, lengths 2.5 s apart", Only(Track(1, one, artist: 1, ms: 200_000), Track(2, other, artist: 1, ms: 202_500)).Because);

    [Fact]
    public void An_unknown_length_is_said() =>
        Assert.Equal("same main artist and title, one length is not known", Only(Track(1, "Underpass", artist: 1, ms: null), Track(2, "Underpass", artist: 1)).Because);

    [Fact]
    public void Another_length_another_artist_or_another_title_is_no_warning() =>
        Assert.Empty(SameRecording.Within([
            Track(1, "Underpass", artist: 1, ms: 200_000),
            Track(2, "Underpass (Extended Mix)", artist: 1, ms: 400_000),
            Track(3, "Underpass", artist: 2, ms: 200_000),
            Track(4, "Overpass", artist: 1, ms: 200_000)]));

    [Theory]
    [InlineData("(Intro)", "(intro)")]
    [InlineData("Half-Light", "half-light")]
    [InlineData("Left - Right", "left - right")]
    [InlineData("Featherweight", "featherweight")]
    public void A_title_that_is_all_brackets_or_only_looks_like_a_version_stays_whole(string title, string core) => Assert.Equal(core, SameRecording.CoreTitle(title));

    private static Likeness Only(params TrackFacts[] tracks) => Assert.Single(SameRecording.Within(tracks)).Value;

    private static TrackFacts Track(int id, string title, int artist, int? ms = 200_000, string? isrc = null, Guid? mbid = null) =>
        new(new TrackId(id), title, $"Artist {artist}", [new ArtistId(artist)], [], null, ms, false, isrc, mbid, default);
}
