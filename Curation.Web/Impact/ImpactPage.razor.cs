using System.Collections.Immutable;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Impact;
using Curation.Web.Account;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Impact;

/// <summary>An answer as it is on the screen.</summary>
public sealed record GivenAnswer(string Question, IReadOnlyCollection<string> Choices, string Text, IReadOnlyCollection<MeasureKey> Figures);

/// <summary>One version of an impact assessment: answered part by part while it is open, read and signed afterwards.</summary>
public sealed partial class ImpactPage : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, QuestionCard> cards = [];
    private ImpactView? view;
    private IReadOnlyList<AnswerChange> changes = [];
    private int? comparedWith;
    private bool read;
    private bool saving;

    [Inject] public required ReadImpact Impact { get; set; }

    [Inject] public required ImpactVerbs Verbs { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required Toasts Toasts { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [CascadingParameter] public required SignedIn Me { get; set; }

    /// <summary>The version.</summary>
    [Parameter] public int Id { get; set; }

    /// <summary>The part that is open.</summary>
    [SupplyParameterFromQuery(Name = "part")] public string? PartName { get; set; }

    /// <summary>The version to compare with; the one before where none is named.</summary>
    [SupplyParameterFromQuery(Name = "against")] public int? Against { get; set; }

    private QuestionPart Part => Enum.TryParse<QuestionPart>(PartName, ignoreCase: true, out var part) ? part : QuestionPart.Data;

    private ImmutableArray<Question> Questions => view!.Questionnaire.For(view.Version.Scope);

    private IEnumerable<Question> Shown => Questions.Where(question => question.Part == Part);

    private int Answered => Questions.Length - view!.Questionnaire.Missing(view.Version.Scope, view.Chosen).Count;

    private string Lead => view!.Version.State switch
    {
        ImpactState.Answering => "Answer what you know, in any order; the level shows as it comes.",
        ImpactState.SentBack => $"Sent back by {view.NameOf(view.Version.SentBackBy)}: {view.Version.Reason}",
        ImpactState.Signing => "The answers are fixed and wait for signatures.",
        _ when view.Due.Count > 0 => $"To be run again. {string.Join(" ", view.Due)}",
        _ => "Signed. It holds for a year, or until the model or the recipe changes.",
    };

    private IReadOnlyList<TabItem<QuestionPart>> PartTabs =>
        [.. Enum.GetValues<QuestionPart>().Select(part => new TabItem<QuestionPart>(part, Words(part), view!.Questionnaire.Missing(view.Version.Scope, view.Chosen).Count(question => question.Part == part)))];

    protected override async Task OnParametersSetAsync()
    {
        if (view?.Version.Id != Id) (read, view) = (false, null);
        await Load();
        read = true;
    }

    private async Task Load()
    {
        view = await Impact.Find(Id);
        changes = [];
        if (view is null || view.Version.State == ImpactState.Answering) return;
        comparedWith = (view.Versions.FirstOrDefault(version => version.Number == Against) ?? view.Versions.FirstOrDefault(version => version.Number == view.Version.Number - 1))?.Id;
        if (comparedWith is not { } other) return;
        var was = view.Versions.First(version => version.Id == other);
        changes = ImpactDiff.Between(Questionnaire.Of(was.Questionnaire), await Impact.Answers(other), view.Questionnaire, [.. view.Answers.Values]);
    }

    internal static string Words(QuestionPart part) => part switch { QuestionPart.Data => "Data", QuestionPart.AlgorithmAndTeam => "Algorithm and team", _ => "Outcomes" };

    private int NumberOf(Question question) => Questions.IndexOf(question) + 1;

    private void Turn(QuestionPart part)
    {
        if (!Enum.IsDefined(part)) return;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("part", part.ToString().ToLowerInvariant()));
    }

    /// <summary>One save after another, so that each names what the one before made.</summary>
    private async Task Save(GivenAnswer given)
    {
        saving = true;
        StateHasChanged();
        await turn.WaitAsync();
        try
        {
            var seen = view!.Answers.GetValueOrDefault(given.Question)?.Saves ?? 0;
            await Toasts.Try(() => Verbs.Answer.Run(Me.Actor, Id, given.Question, given.Choices, given.Text, given.Figures, seen));
            await Load();
        }
        finally
        {
            turn.Release();
            saving = turn.CurrentCount == 0;
        }

        StateHasChanged();
    }

    private async Task NextOpen()
    {
        if (view!.Questionnaire.Missing(view.Version.Scope, view.Chosen) is not [var open, ..])
        {
            Toasts.Told("Every question has an answer.");
            return;
        }

        if (open.Part != Part)
        {
            Turn(open.Part);
            return;
        }

        if (cards.TryGetValue(open.Key, out var card)) await card.Focus();
    }

    private async Task PutIt()
    {
        if (await Toasts.Try(() => Verbs.Put.Run(Me.Actor, Id), "Put to signature. Its answers are fixed now.")) await Load();
    }

    private async Task Sign(string note)
    {
        if (await Toasts.Try(() => Verbs.Sign.Run(Me.Actor, Id, view!.Version.Hash, note), "Signed.")) await Load();
    }

    private async Task SendBack(string reason)
    {
        if (await Toasts.Try(() => Verbs.Sign.SendBack(Me.Actor, Id, reason), "Sent back, with your reason.")) await Load();
    }

    private async Task StartAgain()
    {
        var version = await Toasts.Try(() => Verbs.Start.Run(Me.Actor, view!.Version.Playlist));
        if (version > 0) Navigation.NavigateTo($"/impact/{version}");
    }

    public void Dispose() => turn.Dispose();
}
