using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Curation.Core.Auditing.Impact;

/// <summary>The questions of an impact assessment. A questionnaire that was answered never changes; other questions or weights are another version.</summary>
public sealed class Questionnaire
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly ImmutableArray<Questionnaire> Versions = [Read(1)];

    /// <summary>Questions under a version.</summary>
    public Questionnaire(int version, ImmutableArray<Question> questions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (questions.Select(question => question.Key).Distinct().Count() != questions.Length) throw new ArgumentException("Two questions have one key.", nameof(questions));
        if (questions.Any(question => question.Choices.Any(choice => choice.Weight < 0))) throw new ArgumentException("A weight is 0 or more.", nameof(questions));
        if (questions.Any(question => question.Choices.IsDefaultOrEmpty)) throw new ArgumentException("A question has answers.", nameof(questions));
        Version = version;
        Questions = questions;
    }

    /// <summary>The questionnaire that new assessments use.</summary>
    public static Questionnaire Newest => Versions[^1];

    /// <summary>Counts from 1.</summary>
    public int Version { get; }

    /// <summary>All questions in the order in which they are asked.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>The questionnaire of a version.</summary>
    public static Questionnaire Of(int version) =>
        Versions.FirstOrDefault(candidate => candidate.Version == version) ?? throw new ArgumentOutOfRangeException(nameof(version), version, "There is no such questionnaire.");

    /// <summary>The questions that are asked of a scope, in order.</summary>
    public ImmutableArray<Question> For(ImpactScope scope) => [.. Questions.Where(question => question.IsFor(scope))];

    /// <summary>The question of a key that is asked of a scope, or null.</summary>
    public Question? Find(ImpactScope scope, string key) => Questions.FirstOrDefault(question => question.Key == key && question.IsFor(scope));

    /// <summary>What answers add up to; questions without an answer add nothing.</summary>
    /// <param name="scope">What is assessed.</param>
    /// <param name="answers">The chosen keys by question.</param>
    public ImpactScore Score(ImpactScope scope, IReadOnlyDictionary<string, IReadOnlyCollection<string>> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var (risk, most, mitigation, mostMitigation) = (0, 0, 0, 0);
        foreach (var question in For(scope))
        {
            var weight = answers.TryGetValue(question.Key, out var keys) ? question.Chosen(keys).Sum(choice => choice.Weight) : 0;
            if (question.Weighs == Weighs.Risk) (risk, most) = (risk + weight, most + question.Most);
            else (mitigation, mostMitigation) = (mitigation + weight, mostMitigation + question.Most);
        }

        return new ImpactScore(risk, most, mitigation, mostMitigation);
    }

    /// <summary>The questions of a scope that have no answer yet.</summary>
    public IReadOnlyList<Question> Missing(ImpactScope scope, IReadOnlyDictionary<string, IReadOnlyCollection<string>> answers) =>
        For(scope).Where(question => !answers.TryGetValue(question.Key, out var keys) || keys.Count == 0).ToList();

    private static Questionnaire Read(int version)
    {
        using var stream = typeof(Questionnaire).Assembly.GetManifestResourceStream($"{typeof(Questionnaire).Namespace}.questionnaire-{version}.json")
            ?? throw new InvalidOperationException($"Questionnaire {version} is not in the program.");
        var written = JsonSerializer.Deserialize<Written>(stream, Json) ?? throw new JsonException("A questionnaire cannot be null.");
        return new Questionnaire(written.Version, written.Questions);
    }

    private sealed record Written(int Version, ImmutableArray<Question> Questions);
}
