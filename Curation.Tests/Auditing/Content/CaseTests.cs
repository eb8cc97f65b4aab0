using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Playlists;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Curation.Tests.Auditing.Content;

public sealed class CaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId[] People = [new("rue"), new("ron"), new("ria"), new("ada"), new("vi")];
    private static readonly PersonId[] Involved = [new("ada"), new("vi")];

    [Fact]
    public void A_decision_needs_a_reason_and_somebody_without_a_part_in_it()
    {
        var row = Report();
        Assert.Throws<RefusedException>(() => row.Decide(new ContentVerdict(ContentMeasure.None, " "), People[0], Involved, Now));
        Assert.Throws<RefusedException>(() => row.Decide(new ContentVerdict(ContentMeasure.None, "fine"), Involved[0], Involved, Now));
        Assert.Throws<RefusedException>(() => row.Decide(new ContentVerdict(ContentMeasure.Remove, "bad", Territories: "Germany"), People[0], Involved, Now));
        Assert.Equal(CaseState.Open, row.State);
        var decision = row.Decide(new ContentVerdict(ContentMeasure.Remove, " bad ", Territories: "de, at"), People[0], Involved, Now);
        Assert.Equal((ContentMeasure.Remove, "bad", "AT DE", CaseState.Decided), (decision.Measure, decision.Reason, decision.Territories, row.State));
        Assert.Throws<RefusedException>(() => row.Decide(new ContentVerdict(ContentMeasure.None, "again"), People[1], Involved, Now));
    }

    [Fact]
    public void Nothing_is_done_about_what_is_not_named_yet()
    {
        var row = new ContentCase(ReportGround.Hate, "words", null, null, Now);
        Assert.Throws<RefusedException>(() => row.Decide(new ContentVerdict(ContentMeasure.Restrict, "bad"), People[0], [], Now));
        row.Name(null, new TrackId(3));
        Assert.True(row.Decide(new ContentVerdict(ContentMeasure.Restrict, "bad"), People[0], [], Now).Everywhere);
        Assert.Throws<RefusedException>(() => row.Name(null, new TrackId(4)));
    }

    [Fact]
    public void Words_are_decided_about_where_they_stand()
    {
        var finding = new ContentFinding("1:note:3:x:grot", 1, "Words", ContentRuleKind.Text, ContentLevel.Block, new TrackId(3), "note", "that grot", "The note holds it.");
        var row = new ContentCase(finding, new PlaylistId(7), 2, Now);
        Assert.False(row.Decide(new ContentVerdict(ContentMeasure.Remove, "bad", Everywhere: true), People[0], [], Now).Everywhere);
    }

    /// <summary>Whatever is tried in whatever order, a case only ever walks open, decided, appealed, decided; nobody involved decides, and nobody decides twice.</summary>
    [Fact]
    public void No_order_of_tries_breaks_the_rules_of_a_case()
    {
        var tries = Gen.Choose(0, 4).SelectMany(who => Gen.Elements("decide", "appeal-playlist", "appeal-reporter", "answer").SelectMany(what => Gen.Choose(0, 3).Select(measure => (Who: People[who], What: what, Measure: (ContentMeasure)measure)))).ListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(tries.ToArbitrary(), given =>
        {
            var row = Report();
            var (decisions, appeals) = (new List<ContentDecision>(), new List<Appeal>());
            foreach (var (who, what, measure) in given)
            {
                var before = row.State;
                try
                {
                    Try(row, decisions, appeals, who, what, new ContentVerdict(measure, "because"));
                }
                catch (RefusedException)
                {
                    Assert.Equal(before, row.State);
                }

                Assert.Contains((before, row.State), new[] { (CaseState.Open, CaseState.Open), (CaseState.Open, CaseState.Decided), (CaseState.Decided, CaseState.Decided), (CaseState.Decided, CaseState.Appealed), (CaseState.Appealed, CaseState.Appealed), (CaseState.Appealed, CaseState.Decided) });
            }

            Assert.Equal(decisions.Count, decisions.Select(decision => decision.By).Distinct().Count());
            Assert.DoesNotContain(decisions, decision => Involved.Contains(decision.By));
            Assert.True(decisions.Count <= appeals.Count + 1);
            if (decisions.Count > 0) Assert.Equal(decisions[^1].Measure, row.Measure);
        }));
    }

    private static void Try(ContentCase row, List<ContentDecision> decisions, List<Appeal> appeals, PersonId who, string what, ContentVerdict verdict)
    {
        switch (what)
        {
            case "decide":
                decisions.Add(row.Decide(verdict, who, Involved, Now));
                break;
            case "answer" when appeals.Find(appeal => appeal.State == AppealState.Waiting) is { } waiting:
                decisions.Add(waiting.Answer(row, verdict, who, Involved, [.. decisions.Select(decision => decision.By)], Now));
                break;
            case "appeal-playlist" or "appeal-reporter":
                appeals.Add(new Appeal(row, what == "appeal-playlist" ? AppealSide.Playlist : AppealSide.Reporter, who, "look again", Now));
                break;
            default:
                throw new RefusedException("nothing waits");
        }
    }

    private static ContentCase Report() => new(ReportGround.Hate, "words", new PlaylistId(7), new TrackId(3), Now);
}
