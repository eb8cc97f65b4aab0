using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Advising;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Demo;

/// <summary>The impact assessment of the demo world: its editor answers it for the playlist that is out, its reviewer signs it and shares the report with the adviser.</summary>
public sealed class DemoImpact(StartImpact start, AnswerImpact answer, PutImpact put, SignImpact sign, ReadImpact read, ListImpact list, ReadAdvice advice, ShareWithAdviser share)
{
    private const int SharedForDays = 60;

    /// <summary>What the editor chose where it is not the first answer.</summary>
    private static readonly Dictionary<string, (string[] Choices, string Text)> Answers = new(StringComparer.Ordinal)
    {
        ["data.sources"] = (["plays"], "Twelve weeks of plays with skips and saves."),
        ["data.attributes"] = (["region", "age"], ""),
        ["data.young"] = (["maybe"], "Nobody checks an age here."),
        ["data.unknown"] = (["much"], "About half of the artists have no stated gender, a tenth no country."),
        ["data.skew"] = (["mid"], ""),
        ["data.provenance"] = (["partly"], "Imports say file and day; the licence of the tags is not written down."),
        ["data.own"] = (["off"], ""),
        ["data.hostile"] = (["tested"], "See the attack figures on the model's card."),
        ["team.share"] = (["major"], ""),
        ["team.unheard"] = (["few"], "One track in ten comes from discovery."),
        ["team.reach"] = (["small"], ""),
        ["team.eyes"] = (["second"], ""),
        ["team.limits"] = (["order"], "Artists stand apart; nothing limits exposure yet."),
        ["team.back"] = (["day"], "Nobody is on duty at weekends."),
        ["outcome.gender"] = (["most"], "Not measured for this edition; to be assessed before the next one."),
        ["outcome.place"] = (["fewer"], ""),
        ["outcome.small"] = (["less"], ""),
        ["outcome.income"] = (["some"], ""),
        ["outcome.worst"] = (["unknown"], "To be measured with the next edition."),
        ["outcome.narrow"] = (["little"], ""),
        ["outcome.explicit"] = (["flags"], ""),
        ["outcome.complaints"] = (["form"], ""),
        ["outcome.told"] = (["general"], ""),
    };

    /// <summary>Goes on from wherever an earlier start was stopped.</summary>
    internal async Task Tell(PlaylistId playlist, Actor editor, Actor reviewer, DateTimeOffset now, CancellationToken cancel)
    {
        var version = (await list.Of(playlist, cancel)).Newest?.Id ?? await start.Run(editor, playlist, cancel);
        var view = (await read.Find(version, cancel))!;
        foreach (var question in view.Questionnaire.Missing(view.Version.Scope, view.Chosen))
        {
            var (choices, text) = Answers.GetValueOrDefault(question.Key, ([question.Choices[0].Key], ""));
            await answer.Run(editor, version, question.Key, choices, text, [], view.Answers.GetValueOrDefault(question.Key)?.Saves ?? 0, cancel);
        }

        if (view.Version.State == ImpactState.Answering) await put.Run(editor, version, cancel);
        view = (await read.Find(version, cancel))!;
        if (view.Version.State == ImpactState.Signing && view.Signatures.Count == 0) await sign.Run(reviewer, version, view.Version.Hash, "Two answers say \"not measured\": look again with the next edition.", cancel);
        if ((await advice.Advisers(cancel)) is not [var adviser, ..] || (await advice.Shares(cancel)).Count > 0) return;
        await share.Impact(reviewer, adviser.Id, version, now.AddDays(SharedForDays), "Do the outcomes read right to somebody who knows the scene?", cancel);
    }
}
