using System.Collections.Immutable;
using System.Text;
using Curation.Core.Catalog;
using Curation.Core.Importing.Lists;
using Curation.Core.Matching;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Drafts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Publishing;

public sealed class DraftRoundTripTests
{
    private static readonly PersonId Me = new("me");
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["Night", "=1+1", "\"Bus\"", "Ön,", "'quoted", "a - b", "#tag", "<&>", "\U0001F3B5", "live (at; home)", "]]>", "-x", "../up", "%41", "你好", "\u0001", "tab\there"];

    private static readonly Gen<string> Text = from words in Gen.ArrayOf(Gen.Elements(Words)) from breaks in Gen.Elements(" ", "\n", "\r\n") select string.Join(breaks, words).Trim();

    private static readonly Gen<Draft> Drafts =
        from title in Text
        from need in Text
        from size in Gen.Choose(1, 60)
        from weight in Gen.Choose(0, 1000)
        from hard in Gen.Elements(true, false)
        from tracks in Gen.ArrayOf(Gen.Choose(1, 60), 12)
        from pins in Gen.ArrayOf(Gen.Choose(0, 60), 12)
        from notes in Gen.ArrayOf(Text, 12)
        from minutes in Gen.ArrayOf(Gen.Choose(0, 500_000), 12)
        from missing in Gen.ArrayOf(Text, 2)
        from seed in Gen.Choose(0, 3)
        from pool in Gen.Choose(0, 12)
        select new Draft
        {
            Title = string.IsNullOrWhiteSpace(title) || title.Trim('\u0001').Length == 0 ? "Untitled" : string.Concat(title.EnumerateRunes().Take(60)).Trim(),
            Need = need,
            Seed = seed == 0 ? null : new GenreId(seed),
            Blend = new Blend { Size = size, EditorialWeight = weight / 1000.0, SeparationIsHard = hard },
            Missing = StillMissing.Of(null, missing, []),
            Pool = Pool(size, tracks[..pool], pins, notes, minutes),
        };

    public static TheoryData<string> Formats => [.. DraftFormats.All.Select(format => format.Name)];

    [Theory, MemberData(nameof(Formats))]
    public void A_draft_that_went_out_comes_back_as_it_was(string name)
    {
        var format = DraftFormats.Find(name)!;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Drafts.ToArbitrary(), draft => Assert.Equal(draft, Back(format.ToBytes(File(draft)), "x." + name))));
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_draft_without_tracks_comes_back_too(string name)
    {
        var draft = new Draft { Title = "Empty", Need = "for later", Missing = StillMissing.Of(null, ["a - b"], []) };
        Assert.Equal(draft, Back(DraftFormats.Find(name)!.ToBytes(File(draft)), "x." + name));
    }

    [Fact]
    public void What_was_changed_in_a_spreadsheet_counts()
    {
        var draft = new Draft { Title = "Sheet" }.Apply(new DraftEdit.AddTracks([new(1), new(2)]), Me, Now).Apply(new DraftEdit.WriteNote(new(1), "before"), Me, Now);
        var text = Encoding.UTF8.GetString(new DraftCsv().ToBytes(File(draft)));
        var changed = text.Replace(",before,", ",after,", StringComparison.Ordinal);
        Assert.Equal("after", Back(Encoding.UTF8.GetBytes(changed), "x.csv").Pool[0].Note);
    }

    [Fact]
    public void In_another_store_the_numbers_of_this_one_say_nothing()
    {
        var draft = new Draft { Title = "Moved" }.Apply(new DraftEdit.AddTracks([new(7)]), Me, Now);
        var other = new Catalogue([Facts(7) with { Title = "Something else", ArtistLine = "Another", Isrc = null, Mbid = null }, Facts(7) with { Id = new TrackId(3), Isrc = null, Mbid = null }], new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>());
        var list = ListReader.Read("x.jspf", new DraftJspf().ToBytes(File(draft)));
        Assert.Equal(new TrackId(3), new TrackMatcher(new MatchIndex(other)).Of(list.Tracks[0].Wanted).Candidates[0].Track);
    }

    [Fact]
    public void A_file_cannot_make_what_an_editor_could_not()
    {
        var stranger = new Entry { Track = new(1), AddedBy = new("stranger"), AddedAt = Now.AddYears(1), Note = new string('n', 5_000), Pin = 400 };
        var list = new GivenList { Format = "JSPF", Tracks = [], Draft = new Draft { Title = "x", Blend = new Blend { Size = 100_000 } } };
        var taken = TakenDraft.Of(list, " Mine ", [stranger, stranger], [], null, person => person == Me, Me, Now);
        var entry = Assert.Single(taken.Pool);
        Assert.Equal(("Mine", 50, Me, Now, null, Draft.LongestText), (taken.Title, taken.Blend.Size, entry.AddedBy, entry.AddedAt, entry.Pin, entry.Note.Length));
        Assert.Throws<RefusedException>(() => TakenDraft.Of(list, " ", [], [], null, _ => true, Me, Now));
    }

    [Fact]
    public void Paths_stay_below_the_list_and_no_two_tracks_share_one()
    {
        var draft = new Draft { Title = "Paths" }.Apply(new DraftEdit.AddTracks([new(1), new(2), new(3)]), Me, Now);
        var facts = new Dictionary<TrackId, TrackFacts>
        {
            [new(1)] = Facts(1) with { Title = "../../etc", ArtistLine = "AC/DC" },
            [new(2)] = Facts(2) with { Title = "CON", ArtistLine = "..hidden" },
            [new(3)] = Facts(3) with { Title = "con", ArtistLine = "..hidden" },
        };
        var paths = PathTemplate.Of("{artist}/{album}/{number} {title}.flac").Paths(draft, facts, new Dictionary<TrackId, string> { [new(1)] = "Back: in" });
        Assert.Equal("AC_DC/Back_ in/001 _._.._etc.flac", paths[new(1)]);
        paths = PathTemplate.Of("{artist}\\{title}.mp3").Paths(draft, facts, new Dictionary<TrackId, string>());
        Assert.Equal(["_.hidden/_CON.mp3", "_.hidden/_con (2).mp3"], [paths[new(2)], paths[new(3)]]);
        foreach (var bad in (string[])["{artist}.mp3", "../{title}", "/{title}", "{title}{tempo}", "a//{title}"]) Assert.Throws<RefusedException>(() => PathTemplate.Of(bad));
    }

    private static ImmutableArray<Entry> Pool(int size, int[] tracks, int[] pins, string[] notes, int[] minutes)
    {
        var taken = new HashSet<int>();
        return [.. tracks.Distinct().Select((track, i) => new Entry
        {
            Track = new TrackId(track),
            AddedBy = new PersonId(track % 2 == 0 ? "me" : "you"),
            AddedAt = Now.AddMinutes(-minutes[i]),
            Pin = pins[i] >= 1 && pins[i] <= size && taken.Add(pins[i]) ? pins[i] : null,
            Note = notes[i],
        })];
    }

    private static TrackFacts Facts(int id) => new(
        new TrackId(id), $"{Words[id % Words.Length]} {id}", $"{Words[(id + 5) % Words.Length]} {id / 2}", [new ArtistId(id)], [], null, id % 3 == 0 ? null : 100_000 + id, false,
        id % 4 == 0 ? $"GBAYE06{id:00000}" : null, id % 5 == 0 ? new Guid(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) : null, default);

    private static readonly Catalogue Held = new(Enumerable.Range(1, 60).Select(Facts), new Dictionary<GenreId, string>(), new Dictionary<ArtistId, string>());

    private static DraftFile File(Draft draft)
    {
        var facts = draft.Pool.ToDictionary(entry => entry.Track, entry => Facts(entry.Track.Value));
        var albums = draft.Pool.Where(entry => entry.Track.Value % 2 == 0).ToDictionary(entry => entry.Track, _ => "=An, album\n2");
        return new DraftFile(draft, facts, Now) { Seed = draft.Seed is null ? null : "Synth \"pop\"", Albums = albums, Paths = PathTemplate.Of(PathTemplate.Usual).Paths(draft, facts, albums) };
    }

    private static Draft Back(byte[] bytes, string name)
    {
        var list = ListReader.Read(name, bytes);
        Assert.Empty(list.Passed);
        var matcher = new TrackMatcher(new MatchIndex(Held));
        var entries = list.Tracks.Select(given => (given, match: matcher.Of(given.Wanted))).Select(pair =>
        {
            Assert.Equal(MatchVerdict.Sure, pair.match.Verdict);
            return pair.given.Entry! with { Track = pair.match.Candidates[0].Track };
        }).ToList();
        Assert.Equal(list.Draft!.Seed is null ? null : "Synth \"pop\"", list.Seed);
        return TakenDraft.Of(list, list.Draft.Title, entries, [], list.Draft.Seed, _ => true, Me, Now);
    }
}
