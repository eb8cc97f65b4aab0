using System.Globalization;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Content;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Demo;

/// <summary>The content policy of the demo world: its admin adds a rule and a few words of the house, two finds of it wait, one listener's report waits and another was answered.</summary>
public sealed class DemoContent(ReadContentRules rules, SaveContentRules save, OpenPlaylist open, TakeReport report, ListCases cases, DecideCase decide)
{
    private const string Program = "demo";

    /// <summary>What editors of this house do not write about music, in the form in which a lexicon is kept.</summary>
    private const string HouseWords = "en; house style; warn; guilty pleasure\nen; house style; warn; elevator music\nen; house style; warn; one-hit wonder\n";

    /// <summary>Puts the policy in force before anything is submitted under it: a rule that names one track of each of two playlists that no other of them holds.</summary>
    internal async Task Rules(Actor admin, PlaylistId published, PlaylistId waiting, IReadOnlyList<PlaylistId> all, CancellationToken cancel)
    {
        if ((await rules.Current(cancel)).Version > 0) return;
        var asked = new ContentRule
        {
            Number = ContentRules.Starter.Rules.Max(rule => rule.Number) + 1,
            Kind = ContentRuleKind.Tracks,
            Name = "Clearance asked again",
            Why = "Copper Kettle Records, a label that does not exist, renews two of its contracts; somebody looks before they go out.",
            Tracks = [(await OnlyIn(published, all, cancel)).Value, (await OnlyIn(waiting, all, cancel)).Value],
        };
        await save.Run(admin, 0, [.. ContentRules.Starter.Rules, asked], Lexicon.Read(ContentRules.Starter.Lexicon.Write() + HouseWords), "Two contracts are being renewed, and our own words for the screen.", cancel);
    }

    /// <summary>Two listeners report something, once.</summary>
    internal async Task Report(PlaylistId published, CancellationToken cancel)
    {
        var draft = (await open.Newest(published, cancel))!.Draft;
        await report.Run(Program, "1", "", new GivenReport(ReportGround.Violence, string.Create(CultureInfo.InvariantCulture, $"urn:curation:track:{draft.Pool[0].Track}"), "The title sounds like a threat to me.") { Track = draft.Pool[0].Track.Value }, cancel);
        await report.Run(Program, "2", "", new GivenReport(ReportGround.Misleading, draft.Title, "It says that it keeps me awake, and the last part nearly sent me to sleep at the wheel. Is it still the same list?"), cancel);
    }

    /// <summary>The first report is answered.</summary>
    internal async Task Decide(Actor reviewer, CancellationToken cancel)
    {
        if ((await cases.Waiting(cancel: cancel)).Find(row => row.Case is { Origin: CaseOrigin.Report, Playlist: null, Track: not null, State: CaseState.Open }) is { } row)
            await decide.Run(reviewer, row.Case.Id, new ContentVerdict(ContentMeasure.None, "The title is a line about the weather, and so is the song. Nobody is threatened; it stays."), cancel);
    }

    private async Task<TrackId> OnlyIn(PlaylistId playlist, IReadOnlyList<PlaylistId> all, CancellationToken cancel)
    {
        var elsewhere = new HashSet<TrackId>();
        foreach (var other in all.Where(other => other != playlist)) elsewhere.UnionWith((await open.Newest(other, cancel))!.Draft.Pool.Select(entry => entry.Track));
        var pool = (await open.Newest(playlist, cancel))!.Draft.Pool;
        return pool.Skip(1).FirstOrDefault(entry => !elsewhere.Contains(entry.Track), pool[^1]).Track;
    }
}
