using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Impact;
using Curation.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Curation.Web.Impact;

/// <summary>One question: its answers, the explanation and the figures it rests on. A choice is saved at once, words a moment after the last of them.</summary>
public sealed partial class QuestionCard : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(800);

    private ElementReference field;
    private HashSet<string> chosen = [];
    private List<MeasureKey> figures = [];
    private string text = "";
    private bool unsaved;
    private int saves = -1;
    private Pause? pause;

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Its place in the questionnaire, from 1.</summary>
    [Parameter, EditorRequired] public int Number { get; set; }

    [Parameter, EditorRequired] public required Question Question { get; set; }

    /// <summary>The answer as it is stored; null where there is none.</summary>
    [Parameter] public ImpactAnswer? Answer { get; set; }

    /// <summary>The newest full assessment; null where nothing was measured.</summary>
    [Parameter] public Assessment? Measured { get; set; }

    [Parameter] public EventCallback<GivenAnswer> OnSave { get; set; }

    private string Id => $"q-{Question.Key.Replace('.', '-')}";

    /// <summary>Figures that can be linked: the one that the question is about first, then the same and related measures, then all others.</summary>
    private IEnumerable<Figure> Offered() => (Measured?.Figures ?? []).Where(figure => !figures.Contains(figure.Key)).OrderBy(figure => figure.Key.ToString() == Question.Measure ? 0 : About(figure.Key) ? 1 : 2);

    /// <summary>Goes to the question; the answers are one step further.</summary>
    public ValueTask Focus() => field.FocusAsync();

    protected override void OnInitialized() => pause = new Pause(Clock, Quiet, () => _ = InvokeAsync(Flush));

    protected override void OnParametersSet()
    {
        if (unsaved || saves == (Answer?.Saves ?? 0)) return;
        saves = Answer?.Saves ?? 0;
        (chosen, text, figures) = ([.. Answer?.Choices ?? []], Answer?.Text ?? "", [.. (Answer?.Evidence ?? []).Select(evidence => evidence.Key)]);
    }

    public void Dispose()
    {
        pause?.Dispose();
        _ = Flush();
    }

    private bool About(MeasureKey key) => Question.Measure.Length > 0 && MeasureKey.Parse(Question.Measure) is var asked && key.Measure == asked.Measure && (asked.Dimension.Length == 0 || key.Dimension == asked.Dimension);

    private Task Choose(AnswerChoice choice, object? value)
    {
        if (!Question.Several) chosen = [choice.Key];
        else if (value is not true) chosen.Remove(choice.Key);
        else if (choice.Alone) chosen = [choice.Key];
        else chosen = [.. chosen.Where(key => !Question.Choices.First(other => other.Key == key).Alone), choice.Key];
        return Save();
    }

    private void Type(string? typed)
    {
        text = typed ?? "";
        unsaved = true;
        pause!.Begin();
    }

    private Task Link(IEnumerable<MeasureKey> linked)
    {
        figures = [.. linked.Distinct()];
        return Save();
    }

    private Task Flush() => unsaved ? Save() : Task.CompletedTask;

    private Task Save()
    {
        unsaved = false;
        return OnSave.InvokeAsync(new GivenAnswer(Question.Key, [.. chosen], text, [.. figures]));
    }
}
