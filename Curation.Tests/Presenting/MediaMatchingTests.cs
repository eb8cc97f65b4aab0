using Curation.Core.Catalog;
using Curation.Core.Presenting;
using Xunit;

namespace Curation.Tests.Presenting;

public sealed class MediaMatchingTests
{
    [Fact]
    public void A_given_path_wins_over_every_name_and_is_never_replaced_by_another_file()
    {
        var matches = Match(["a/live.mp3", "Ann - Song.mp3"], [Song(1)], (1, "a/live.mp3"));
        Assert.Equal("a/live.mp3", matches.Files[new TrackId(1)]);
        Assert.Equal(["Ann - Song.mp3"], matches.Unmatched);

        var gone = Match(["Ann - Song.mp3"], [Song(1)], (1, "a/live.mp3"));
        Assert.Empty(gone.Files);
        Assert.Equal("a/live.mp3", gone.Missing[new TrackId(1)]);
    }

    [Fact]
    public void A_file_named_by_an_isrc_belongs_to_every_track_of_that_recording()
    {
        var matches = Match(["x/GB-AYE-06-01498.flac"], [Song(1, isrc: "GBAYE0601498"), Song(2, "Other", isrc: "GBAYE0601498"), Song(3, "Third")]);
        Assert.Equal([new TrackId(1), new TrackId(2)], matches.Files.Keys.Order());
    }

    [Theory, InlineData("Ann - Song.mp3"), InlineData("deep/ANN - song.OGG"), InlineData("Ann/Song.wav"), InlineData("music/ann/SONG.m4a")]
    public void Names_match_whatever_their_case_and_folder(string file) => Assert.Equal(file, Match([file], [Song(1)]).Files[new TrackId(1)]);

    [Fact]
    public void Accents_in_either_form_and_letters_that_no_file_system_takes_match()
    {
        var matches = Match(["Caf\u0065\u0301_s - W_M.mp3"], [Song(1, "W?M", "Caf\u00e9/s")]);
        Assert.Single(matches.Files);
    }

    [Fact]
    public void Two_files_or_two_tracks_of_one_name_are_doubts_and_nothing_is_played()
    {
        var files = Match(["Ann - Song.mp3", "Ann/Song.flac"], [Song(1)]);
        Assert.Empty(files.Files);
        Assert.Equal("several files have this name", Assert.Single(files.Doubts).Because);
        Assert.Empty(files.Unmatched);

        var tracks = Match(["Ann - Song.mp3"], [Song(1), Song(2)]);
        Assert.Empty(tracks.Files);
        Assert.Equal([new TrackId(1), new TrackId(2)], Assert.Single(tracks.Doubts).Tracks);
    }

    [Fact]
    public void A_file_whose_name_fits_two_different_tracks_is_a_doubt()
    {
        var matches = Match(["X/A - B.mp3"], [Song(1, "B", "A"), Song(2, "A - B", "X")]);
        Assert.Empty(matches.Files);
        Assert.Equal(2, matches.Doubts.Count);
    }

    [Fact]
    public void Two_files_named_by_one_isrc_are_a_doubt_even_where_a_third_has_the_name()
    {
        var matches = Match(["GBAYE0601498.mp3", "b/GBAYE0601498.flac", "Ann - Song.mp3"], [Song(1, isrc: "GBAYE0601498")]);
        Assert.Empty(matches.Files);
        Assert.Equal("2 files are named GBAYE0601498", Assert.Single(matches.Doubts).Because);
        Assert.Equal(["Ann - Song.mp3"], matches.Unmatched);
    }

    [Theory, InlineData("../x.mp3"), InlineData("/etc/x.mp3"), InlineData("a/../x.mp3"), InlineData("C:\\x.mp3"), InlineData("a//x.mp3"), InlineData("a/x.txt"), InlineData("a/x\0.mp3"), InlineData("")]
    public void A_path_that_leaves_the_folder_or_is_no_sound_is_none(string path) => Assert.Null(MediaPath.Normal(path));

    [Fact]
    public void A_path_of_another_system_is_read_with_forward_slashes() => Assert.Equal("a/b/x.mp3", MediaPath.Normal("a\\b\\x.mp3"));

    private static MediaMatches Match(string[] files, TrackFacts[] tracks, params (int Track, string Path)[] given) =>
        MediaMatching.Of(files, tracks, given.ToDictionary(pair => new TrackId(pair.Track), pair => pair.Path));

    private static TrackFacts Song(int id, string title = "Song", string artist = "Ann", string? isrc = null) =>
        new(new TrackId(id), title, artist, [new ArtistId(1)], [], null, null, false, isrc, null, default);
}
