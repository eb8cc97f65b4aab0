using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Versions;
using Curation.Core.Desk.Demo;
using Xunit;

namespace Curation.Tests.Desk.Demo;

public sealed class DemoPlanTests
{
    private static readonly DateOnly End = new(2026, 5, 3);
    private static readonly Lazy<DemoPlan> Whole = new(() => DemoPlan.Of(new DemoSize(), End, DemoWorld.DefaultSeed));

    private static DemoPlan Plan => Whole.Value;

    [Fact]
    public void It_has_the_sizes_that_it_was_asked_for()
    {
        Assert.Equal(300, Plan.Artists.Count);
        Assert.Equal(3_000, Plan.Tracks.Count);
        Assert.Equal(2_000, Plan.Listeners.Count);
        Assert.InRange(Plan.Plays.Count, 230_000, 260_000);
        Assert.Equal(6, Plan.Playlists.Count);
        Assert.Equal(14, Plan.Seeds.Count);
    }

    [Fact]
    public void It_is_the_same_from_the_same_seed_and_another_from_another()
    {
        static string Hash(long seed) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(DemoPlan.Of(DemoSize.Small, End, seed))));

        Assert.Equal(Hash(7), Hash(7));
        Assert.NotEqual(Hash(7), Hash(8));
    }

    [Fact]
    public void No_two_artists_share_a_name_once_case_and_accents_are_gone() =>
        Assert.Equal(Plan.Artists.Count, Plan.Artists.Select(artist => ArtistNames.Plain(artist.Name)).Distinct().Count());

    [Fact]
    public void No_two_tracks_share_a_key()
    {
        var keys = Plan.Tracks.Select(track => TrackKey.Of(track.Title, track.ArtistLine, track.Isrc)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        var names = Plan.Tracks.Select(track => TrackKey.OfNames(track.Title, track.ArtistLine)).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Gender_and_country_are_missing_as_often_as_in_real_catalogues()
    {
        var stated = Plan.Artists.Where(artist => artist.Gender != Gender.Unknown).ToList();
        Assert.Equal(.49, 1 - (stated.Count / 300.0), 2);
        Assert.Equal(.79, stated.Count(artist => artist.Gender == Gender.Male) / (double)stated.Count, 2);
        Assert.All(stated, artist => Assert.Equal(ArtistType.Person, artist.Type));
        Assert.Equal(.10, Plan.Artists.Count(artist => artist.Country is null) / 300.0, 2);
    }

    [Fact]
    public void One_track_in_a_hundred_holds_a_quarter_of_all_places_and_most_stand_on_one_list()
    {
        var places = Plan.Shows.SelectMany(show => show.Tracks).Concat(Plan.Playlists.SelectMany(playlist => playlist.Pool))
            .GroupBy(track => track).Select(track => track.Count()).OrderDescending().ToList();

        Assert.InRange(places.Take(Plan.Tracks.Count / 100).Sum() / (double)places.Sum(), .22, .30);
        Assert.InRange(places.Count(count => count == 1) / (double)places.Count, .5, 1);
        Assert.All(Plan.Shows, show => Assert.Equal(show.Tracks.Length, show.Tracks.Distinct().Count()));
    }

    [Fact]
    public void Pools_hold_87_tracks_in_the_middle_of_the_genres_and_the_sound_that_was_asked_for()
    {
        var lengths = Plan.Playlists.Select(playlist => playlist.Pool.Length).Order().ToList();
        Assert.Equal(87, (lengths[2] + lengths[3]) / 2);
        Assert.All(Plan.Playlists, playlist =>
        {
            var genres = playlist.Brief.Genres.Select(part => GenreProfile.IndexOf(part.Genre)).ToHashSet();
            Assert.Equal(playlist.Brief.Length, playlist.Pool.Distinct().Count());
            Assert.All(playlist.Pool.Select(track => Plan.Tracks[track]), track =>
            {
                Assert.Contains(track.Genres[0], genres);
                Assert.InRange(track.Sound.Energy!.Value, playlist.Brief.LeastEnergy, playlist.Brief.MostEnergy);
                Assert.True(playlist.Brief.Explicit || !track.Explicit);
            });
            Assert.All(playlist.Notes.Keys.Concat(playlist.Pins.Keys), track => Assert.Contains(track, playlist.Pool));
            Assert.All(Enumerable.Range(1, playlist.Pool.Length - 1), i =>
                Assert.NotEqual(Plan.Tracks[playlist.Pool[i - 1]].Artists[0], Plan.Tracks[playlist.Pool[i]].Artists[0]));
        });
    }

    [Fact]
    public void Titles_go_beyond_ASCII_and_some_songs_have_a_second_version()
    {
        Assert.InRange(Plan.Tracks.Count(track => !track.Title.All(char.IsAscii)) / 3_000.0, .05, .4);
        var versions = Plan.Tracks.Where(track => track.VersionOf is not null).ToList();
        Assert.InRange(versions.Count, 60, 300);
        Assert.All(versions, version => Assert.StartsWith(Plan.Tracks[version.VersionOf!.Value].Title, version.Title, StringComparison.Ordinal));
        Assert.Contains(Plan.Tracks, track => track.ArtistLine.Contains(" feat. ", StringComparison.Ordinal) && track.Artists.Length == 2);
    }

    [Fact]
    public void A_few_remasters_leave_a_doubt_and_the_pool_of_two_editors_holds_one_recording_twice()
    {
        var pairs = Plan.Tracks.Index().Where(track => track.Item.VersionOf is not null).Select(track => VersionJudge.Judge(Facts(track.Index), Facts(track.Item.VersionOf!.Value))).ToList();
        Assert.InRange(pairs.Count(pair => pair?.Relation == VersionRelation.Maybe), 3, 40);
        var twice = Plan.Playlists.Where(playlist => playlist.Pool.Any(track => Plan.Tracks[track].VersionOf is { } of && playlist.Pool.Contains(of))).ToList();
        var pool = Assert.Single(twice).Pool;
        Assert.True(twice[0].Brief.HasTwin);
        var twin = Assert.Single(pool, track => Plan.Tracks[track].VersionOf is not null);
        Assert.Contains(VersionJudge.Judge(Facts(twin), Facts(Plan.Tracks[twin].VersionOf!.Value))!.Relation, new[] { VersionRelation.SameRecording, VersionRelation.Maybe });

        static TrackFacts Facts(int index)
        {
            var track = Plan.Tracks[index];
            return new TrackFacts(new TrackId(index), track.Title, track.ArtistLine, [.. track.Artists.Select(artist => new ArtistId(artist))], [], track.ReleasedOn, track.DurationMs, track.Explicit, track.Isrc, null, track.Sound) { Release = new ReleaseId(track.Release) };
        }
    }

    [Fact]
    public void Codes_come_from_a_country_that_does_not_exist() =>
        Assert.All(Plan.Tracks.Where(track => track.Isrc is not null), track => Assert.Matches("^ZZDEM[0-9]{7}$", track.Isrc!));

    [Fact]
    public void Some_listeners_exclude_explicit_tracks() =>
        Assert.InRange(Plan.Listeners.Count(listener => listener.ExcludesExplicit) / 2_000.0, .04, .08);

    [Fact]
    public void Sound_follows_genre()
    {
        double Mean(string genre, Func<DemoTrack, double?> of) => Plan.Tracks.Where(track => track.Genres[0] == GenreProfile.IndexOf(genre)).Average(of)!.Value;

        Assert.True(Mean("Techno", track => track.Sound.Energy) > Mean("Ambient", track => track.Sound.Energy) + .4);
        Assert.True(Mean("Techno", track => track.Sound.Tempo) > Mean("Hip-Hop", track => track.Sound.Tempo) + 25);
        Assert.True(Mean("Hip-Hop", track => track.Explicit ? 1 : 0) > .3);
        Assert.True(Mean("Ambient", track => track.Explicit ? 1 : 0) < .02);
    }

    [Fact]
    public void Plays_lie_in_the_twelve_weeks_and_no_listener_hears_two_things_at_once()
    {
        var start = new DateTimeOffset(2026, 2, 9, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var end = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        Assert.All(Plan.Plays, play => Assert.InRange(play.At, start, end - 1));
        Assert.True(Plan.Plays.Zip(Plan.Plays.Skip(1)).All(pair => pair.First.Listener != pair.Second.Listener || pair.First.At + pair.First.Ms < pair.Second.At));
        Assert.True(Plan.Plays.All(play => play.At >= new DateTimeOffset(Plan.Listeners[play.Listener].Since, default, default).ToUnixTimeMilliseconds()));
    }

    [Fact]
    public void Listeners_have_tastes_and_skip_what_is_not_theirs()
    {
        var favourites = Plan.Plays.GroupBy(play => play.Listener).Where(plays => plays.Count() > 50)
            .Select(plays => plays.GroupBy(play => Plan.Tracks[play.Track].Genres[0]).Max(genre => genre.Count()) / (double)plays.Count()).Average();
        Assert.InRange(favourites, .3, .8);
        double Skipped(string source) => Plan.Plays.Where(play => play.Source == source).Average(play => play.Skipped ? 1.0 : 0.0);
        Assert.True(Skipped("library") < Skipped("radio"));
        Assert.InRange(Plan.Plays.Average(play => play.Saved ? 1.0 : 0.0), .01, .08);
    }
}
