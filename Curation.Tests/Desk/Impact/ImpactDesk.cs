using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Auditing.Impact;
using Curation.Tests.Fixtures;

namespace Curation.Tests.Desk.Impact;

/// <summary>A desk with an editor, two reviewers, an admin and a playlist of three tracks.</summary>
internal sealed class ImpactDesk : IAsyncDisposable
{
    private ImpactDesk(TestDesk desk) => Desk = desk;

    public TestDesk Desk { get; }

    public Actor Editor { get; private set; }

    public Actor Reviewer { get; private set; }

    public Actor SecondReviewer { get; private set; }

    public Actor Admin { get; private set; }

    public PlaylistId Playlist { get; private set; }

    public static async Task<ImpactDesk> Open()
    {
        var desk = new ImpactDesk(await TestDesk.Open());
        desk.Editor = await desk.Desk.Person("Ada", Roles.Editor);
        desk.Reviewer = await desk.Desk.Person("Rue", Roles.Reviewer);
        desk.SecondReviewer = await desk.Desk.Person("Sol", Roles.Reviewer);
        desk.Admin = await desk.Desk.Person("Max", Roles.Admin);
        desk.Playlist = await desk.Get<CreatePlaylist>().Run(desk.Editor, "Night Drive");
        await desk.Edit(new DraftEdit.AddTracks(await desk.Desk.Tracks(3)));
        return desk;
    }

    public T Get<T>()
        where T : notnull => Desk.Get<T>();

    public async Task Edit(DraftEdit edit) => await Get<EditDraft>().Run(Editor, Playlist, (await Get<OpenPlaylist>().Newest(Playlist))!.Version, edit);

    /// <summary>Answers every question that has no answer, by a rule.</summary>
    public async Task AnswerAll(Actor actor, int version, Func<Question, AnswerChoice> choose)
    {
        var view = (await Get<ReadImpact>().Find(version))!;
        foreach (var question in view.Questionnaire.Missing(view.Version.Scope, view.Chosen)) await Answer(actor, version, question.Key, choose(question).Key);
    }

    /// <summary>Answers one question over whatever stands there.</summary>
    public async Task<ImpactAnswer> Answer(Actor actor, int version, string question, string choice, string text = "", params MeasureKey[] figures)
    {
        var seen = (await Get<ReadImpact>().Find(version))!.Answers.GetValueOrDefault(question)?.Saves ?? 0;
        return await Get<AnswerImpact>().Run(actor, version, question, [choice], text, figures, seen);
    }

    /// <summary>A version that the editor answered and put to signature.</summary>
    public async Task<int> Put(Func<Question, AnswerChoice> choose, PlaylistId? playlist = null)
    {
        var version = await Get<StartImpact>().Run(Editor, playlist ?? Playlist);
        await AnswerAll(Editor, version, choose);
        await Get<PutImpact>().Run(Editor, version);
        return version;
    }

    public async Task Sign(Actor actor, int version) => await Get<SignImpact>().Run(actor, version, (await Get<ReadImpact>().Find(version))!.Version.Hash, "read it");

    /// <summary>A full assessment with a female share of exposure, straight into the store.</summary>
    public async Task<int> Measure(double female, int tracks = 30)
    {
        await using var db = await Desk.Factory.CreateDbContextAsync();
        var open = (await Get<OpenPlaylist>().Newest(Playlist))!;
        var row = new Assessment(Playlist, new ListOrigin(open.Revision, open.RevisionHash(), 0, ""), 30, 30, [new Figure(Female, female, null, null, tracks, 0.5)], Reviewer.Person, Desk.Clock.GetUtcNow());
        db.Assessments.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }

    public static MeasureKey Female { get; } = new(Measures.Exposure, "gender", "female", Baselines.Catalogue);

    public static AnswerChoice Least(Question question) => Answers.Least(question);

    public static AnswerChoice Worst(Question question) => Answers.Worst(question);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}

internal static class Revisions
{
    public static string RevisionHash(this PlaylistView view) => DraftJson.Hash(view.Draft);
}
