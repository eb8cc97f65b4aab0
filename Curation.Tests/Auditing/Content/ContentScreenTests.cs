using Curation.Core.Auditing.Content;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using Xunit;

namespace Curation.Tests.Auditing.Content;

public sealed class ContentScreenTests
{
    [Fact]
    public void A_rule_finds_the_artists_tracks_and_words_that_it_names()
    {
        var subject = Matters.Subject(Matters.Track(1, artist: 5), Matters.Track(2, artist: 6), Matters.Track(3, "Old Tin Drum", 7));
        Assert.Equal([1], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Artists) with { Artists = [5] })));
        Assert.Equal([2], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Tracks) with { Tracks = [2] })));
        Assert.Equal([3], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Words) with { Words = ["tin drum"] })));
        Assert.Empty(subject.Find(Matters.Rule(ContentRuleKind.Words) with { Words = ["tin dru"] }));
    }

    [Fact]
    public void A_rule_counts_in_its_scope_until_its_last_day()
    {
        var subject = Matters.Subject(Matters.Track(1, artist: 5));
        var rule = Matters.Rule(ContentRuleKind.Artists) with { Artists = [5] };
        Assert.Single(subject.Find(rule with { Scope = new ContentScope(Genre: Matters.Genre) }));
        Assert.Empty(subject.Find(rule with { Scope = new ContentScope(Genre: new GenreId(4)) }));
        Assert.Single(subject.Find(rule with { Scope = new ContentScope(Playlist: Matters.Playlist) }));
        Assert.Empty(subject.Find(rule with { Scope = new ContentScope(Playlist: new PlaylistId(8)) }));
        Assert.Single(subject.Find(rule with { Scope = new ContentScope { Kind = PlaylistKind.Personal } }));
        Assert.Empty(subject.Find(rule with { Scope = new ContentScope { Kind = PlaylistKind.Discovery } }));
        var discovery = subject with { Draft = subject.Draft with { Blend = new Blend { DiscoveryShare = 0.5 } } };
        Assert.Single(discovery.Find(rule with { Scope = new ContentScope { Kind = PlaylistKind.Discovery } }));
        Assert.Single(subject.Find(rule with { Until = Matters.Today }));
        Assert.Empty(subject.Find(rule with { Until = Matters.Today.AddDays(-1) }));
    }

    [Fact]
    public void What_is_kept_from_a_territory_alone_is_not_in_the_way_of_publishing()
    {
        var subject = Matters.Subject(Matters.Track(1, artist: 5));
        var rule = Matters.Rule(ContentRuleKind.Artists, ContentLevel.Block) with { Artists = [5] };
        Assert.Equal(ContentLevel.Block, Assert.Single(subject.Find(rule)).Level);
        Assert.Equal(ContentLevel.Warn, Assert.Single(subject.Find(rule with { Scope = new ContentScope(Territories: "DE") })).Level);
    }

    [Fact]
    public void Explicit_marks_territories_and_rights_are_read_from_the_facts()
    {
        var subject = Matters.Subject(
            Matters.Track(1, isExplicit: true), Matters.Track(2, rights: new TrackRights(RightsState.Missing, null, null, null)), Matters.Track(3, rights: new TrackRights(RightsState.Cleared, "AT DE", null, null)), Matters.Track(4, rights: new TrackRights(RightsState.Cleared, null, "FR", null)));
        Assert.Equal([1], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Explicit))));
        Assert.Equal([2], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Rights))));
        Assert.Equal([1, 2], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Rights) with { DemandStated = true })));
        Assert.Equal([3, 4], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Territory))));
        Assert.Equal([4], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Territory) with { Scope = new ContentScope(Territories: "DE FR AT") }).Where(finding => finding.Track!.Value.Value == 4)));
        Assert.Equal([3], Tracks(subject.Find(Matters.Rule(ContentRuleKind.Territory) with { Scope = new ContentScope(Territories: "US") })));
    }

    [Fact]
    public void A_named_artist_label_or_campaign_needs_a_declaration_and_one_is_enough()
    {
        var tracks = new[] { Matters.Track(1, artist: 5), Matters.Track(2, rights: new TrackRights(RightsState.Cleared, null, null, "Copper Kettle Records")), Matters.Track(3), Matters.Track(4) };
        var rule = Matters.Rule(ContentRuleKind.Commercial, ContentLevel.Block) with { Artists = [5], Words = ["copper kettle", "spring push"] };
        var draft = Matters.Draft(tracks).With(3, entry => entry with { Tags = ["spring push"] });
        var subject = Matters.Subject(tracks) with { Draft = draft };
        Assert.Equal([1, 2, 3], Tracks(subject.Find(rule)));
        var declared = draft.With(1, entry => entry with { Commercial = new CommercialTie("Copper Kettle Records", "a place in the list") });
        Assert.Equal([2, 3], Tracks((subject with { Draft = declared }).Find(rule)));
    }

    [Fact]
    public void Titles_needs_notes_tags_declarations_and_commentary_are_screened_and_each_term_keeps_its_level()
    {
        var tracks = new[] { Matters.Track(1, "Drat, the Rain"), Matters.Track(2) };
        var draft = Matters.Draft(tracks) with { Title = "For a grot", Need = "no gr0t here" };
        draft = draft.With(2, entry => entry with { Note = "that grot again", Tags = ["grot"], Commercial = new CommercialTie("Grot", "money") });
        var subject = new ContentSubject(Matters.Playlist, draft, tracks.ToDictionary(track => track.Id).GetValueOrDefault) { Commentary = [new SpokenText("commentary", new TrackId(2), "and now a grot")] };
        var findings = subject.Find(Matters.Rule(ContentRuleKind.Text, ContentLevel.Block));
        Assert.Equal(["title", "need", "note", "tag", "declaration", "commentary", "track"], findings.Select(finding => finding.Place));
        Assert.All(findings.Take(6), finding => Assert.Equal(ContentLevel.Block, finding.Level));
        Assert.Equal(ContentLevel.Note, findings[^1].Level);
        Assert.Equal(ContentLevel.Warn, subject.Find(Matters.Rule(ContentRuleKind.Text, ContentLevel.Warn))[0].Level);
        Assert.Equal("The need holds a disguise of “grot” (insult, en).", findings[1].Message);
    }

    [Fact]
    public void A_find_keeps_its_key_until_its_words_are_others()
    {
        var draft = Matters.Draft(Matters.Track(1)).With(1, entry => entry with { Note = "that grot" });
        string Key(Draft of) => (Matters.Subject(Matters.Track(1)) with { Draft = of }).Find(Matters.Rule(ContentRuleKind.Text))[0].Key;
        Assert.Equal(Key(draft), Key(draft.With(1, entry => entry with { Pin = 1 })));
        Assert.NotEqual(Key(draft), Key(draft.With(1, entry => entry with { Note = "this grot" })));
    }

    [Fact]
    public void A_rule_that_names_nothing_is_refused_and_rules_read_back_as_they_were_written()
    {
        foreach (var kind in (ContentRuleKind[])[ContentRuleKind.Artists, ContentRuleKind.Tracks, ContentRuleKind.Words, ContentRuleKind.Commercial])
            Assert.Throws<RefusedException>(() => Matters.Rule(kind).Checked());
        Assert.Throws<RefusedException>(() => (Matters.Rule(ContentRuleKind.Explicit) with { Name = " " }).Checked());
        Assert.Throws<RefusedException>(() => ContentRules.Checked([Matters.Rule(ContentRuleKind.Explicit), Matters.Rule(ContentRuleKind.Text)]));
        var rules = new[] { Matters.Rule(ContentRuleKind.Words) with { Words = ["tin drum"], Until = Matters.Today, Scope = new ContentScope(Matters.Genre, Matters.Playlist, "AT DE") { Kind = PlaylistKind.Discovery } } };
        var back = ContentRules.Read(ContentRules.Write(rules));
        Assert.Equal(ContentRules.Write(rules), ContentRules.Write(back));
        Assert.Equal(rules[0].Scope, back[0].Scope);
    }

    private static IEnumerable<int> Tracks(IEnumerable<ContentFinding> findings) => findings.Select(finding => finding.Track!.Value.Value);
}
