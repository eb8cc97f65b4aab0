using System.Reflection;
using System.Runtime.CompilerServices;
using Curation.Core.Auditing.Advising;
using Curation.Core.Auditing.Impact;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Advising;
using Curation.Core.Desk.Impact;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Impact;
using Curation.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Advising;

public sealed class AdviceTests
{
    [Fact]
    public async Task An_adviser_reads_what_is_shared_with_them_until_it_ends_and_nothing_else()
    {
        await using var desk = await ImpactDesk.Open();
        var (adviser, other) = (await desk.Desk.Person("Ines", Roles.Adviser), await desk.Desk.Person("Joop", Roles.Adviser));
        var share = await Shared(desk, adviser);
        var shared = desk.Get<ReadShared>();

        var view = await shared.Find(adviser, share);
        Assert.Equal(("Night Drive", 0.2), (view!.Row.Title, view.Assessment!.Find(ImpactDesk.Female)!.Value));
        Assert.Null(await shared.Find(other, share));
        Assert.Empty(await shared.For(other));
        await Assert.ThrowsAsync<RefusedException>(() => shared.For(desk.Editor));

        desk.Desk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Null(await shared.Find(adviser, share));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<LeaveAdvice>().Run(adviser, share, null, "too late"));
    }

    [Fact]
    public async Task A_share_that_was_ended_is_closed_at_once_and_its_advice_stays()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        var share = await Shared(desk, adviser);
        await desk.Get<LeaveAdvice>().Run(adviser, share, null, "look at the unknown");
        await desk.Get<ShareWithAdviser>().End(desk.Reviewer, share);

        Assert.Empty(await desk.Get<ReadShared>().For(adviser));
        Assert.Equal("look at the unknown", Assert.Single(await desk.Get<ReadAdvice>().Of(desk.Playlist)).Advice.Text);
    }

    [Fact]
    public async Task A_figure_of_too_few_tracks_is_hidden_from_an_adviser()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        await desk.Measure(female: 0.2, tracks: 3);
        var version = await desk.Put(ImpactDesk.Least);
        var share = await desk.Get<ShareWithAdviser>().Impact(desk.Reviewer, adviser.Person, version, InAWeek(desk));
        var seen = (await desk.Get<ReadShared>().Find(adviser, share))!;
        Assert.Null(seen.Assessment!.Find(ImpactDesk.Female)!.Value);
        Assert.Null(seen.Impact!.Measured!.Find(ImpactDesk.Female)!.Value);
    }

    [Theory, InlineData(3, null), InlineData(30, 0.2)]
    public async Task Evidence_of_too_few_tracks_is_hidden_from_an_adviser_as_its_figure_is_and_other_evidence_is_not(int tracks, double? seen)
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        await desk.Measure(female: 0.2, tracks);
        var version = await desk.Get<StartImpact>().Run(desk.Editor, desk.Playlist);
        var question = (await desk.Get<ReadImpact>().Find(version))!.Questionnaire.For(ImpactScope.Playlist).First();
        await desk.Answer(desk.Editor, version, question.Key, ImpactDesk.Least(question).Key, "", ImpactDesk.Female);
        await desk.AnswerAll(desk.Editor, version, ImpactDesk.Least);
        await desk.Get<PutImpact>().Run(desk.Editor, version);
        var share = await desk.Get<ShareWithAdviser>().Impact(desk.Reviewer, adviser.Person, version, InAWeek(desk));
        var evidence = Assert.Single((await desk.Get<ReadShared>().Find(adviser, share))!.Impact!.Answers[question.Key].Evidence);
        Assert.Equal((ImpactDesk.Female, seen), (evidence.Key, evidence.Value));
        Assert.Equal(0.2, Assert.Single((await desk.Get<ReadImpact>().Find(version))!.Answers[question.Key].Evidence).Value);
    }

    [Fact]
    public async Task An_impact_report_is_shared_once_it_is_fixed_and_shows_no_figure_that_came_later()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        await desk.Measure(female: 0.2);
        var version = await desk.Put(ImpactDesk.Least);
        desk.Desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.Measure(female: 0.4);
        var share = await desk.Get<ShareWithAdviser>().Impact(desk.Reviewer, adviser.Person, version, InAWeek(desk));
        Assert.Equal(0.2, (await desk.Get<ReadShared>().Find(adviser, share))!.Assessment!.Find(ImpactDesk.Female)!.Value);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ShareWithAdviser>().Impact(desk.Reviewer, adviser.Person, version, InAWeek(desk)));
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<ShareWithAdviser>().Impact(desk.Reviewer, desk.Editor.Person, version, InAWeek(desk)));
    }

    [Fact]
    public async Task Advice_is_closed_only_after_somebody_else_has_responded_with_a_reason()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        var share = await Shared(desk, adviser);
        var advice = await desk.Get<LeaveAdvice>().Run(adviser, share, ImpactDesk.Female, "this is less than the scene");
        var respond = desk.Get<RespondToAdvice>();

        Assert.Contains("no recorded response", (await Assert.ThrowsAsync<RefusedException>(() => respond.Close(desk.Reviewer, advice))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => respond.Run(desk.Reviewer, advice, AdviceResponse.Partly, " "));
        await Assert.ThrowsAsync<RefusedException>(() => respond.Run(adviser, advice, AdviceResponse.Accepted, "of course"));
        await respond.Run(desk.Reviewer, advice, AdviceResponse.Partly, "we look again in June");
        await Assert.ThrowsAsync<RefusedException>(() => respond.Run(desk.SecondReviewer, advice, AdviceResponse.NotAccepted, "no"));
        await respond.Close(desk.SecondReviewer, advice);

        Assert.Empty(await desk.Get<ReadAdvice>().Open());
        var row = Assert.Single(await desk.Get<ReadAdvice>().Closed(5));
        Assert.Equal((AdviceState.Closed, "Rue", "we look again in June"), (row.Advice.State, row.RespondedBy, row.Advice.Reason));
        Assert.Equal(AdviceResponse.Partly, Assert.Single((await desk.Get<ReadShared>().Find(adviser, share))!.Advice).Advice.Response);
    }

    [Fact]
    public async Task The_database_itself_keeps_advice_open_until_somebody_else_has_responded()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        var share = await Shared(desk, adviser);
        var advice = await desk.Get<LeaveAdvice>().Run(adviser, share, null, "look again");
        await using var db = await desk.Desk.Factory.CreateDbContextAsync();
        async Task Fails(string words, FormattableString sql) => Assert.Contains(words, (await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlInterpolatedAsync(sql))).Message, StringComparison.Ordinal);

        await Fails("somebody else has responded", $"UPDATE Advice SET ClosedAt = 1 WHERE Id = {advice}");
        await Fails("somebody else has responded", $"UPDATE Advice SET Response = 'Accepted', Reason = 'yes', RespondedBy = {adviser.Person.Value} WHERE Id = {advice}");
        await Fails("as they were given", $"UPDATE Advice SET Text = 'all is well' WHERE Id = {advice}");
        await Fails("is kept", $"DELETE FROM Advice WHERE Id = {advice}");
        await Fails("Only the adviser", $"INSERT INTO Advice (Share, Figure, Text, [By], At, Reason, Version) VALUES ({share}, '', 'me too', {desk.Editor.Person.Value}, 1, '', 0)");
    }

    [Fact]
    public async Task Advice_on_a_figure_that_is_not_shared_is_refused()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        var share = await Shared(desk, adviser);
        await Assert.ThrowsAsync<RefusedException>(() => desk.Get<LeaveAdvice>().Run(adviser, share, ImpactDesk.Female with { Group = "male" }, "and these?"));
    }

    /// <summary>Whatever commands there are and will be: an adviser gives none of them, and the store stays as it was.</summary>
    [Fact]
    public async Task Every_command_but_advice_refuses_an_adviser()
    {
        await using var desk = await ImpactDesk.Open();
        var adviser = await desk.Desk.Person("Ines", Roles.Adviser);
        var commands = from type in typeof(Actor).Assembly.GetTypes()
                       where type.Namespace?.StartsWith("Curation.Core.Desk", StringComparison.Ordinal) == true && type.IsPublic && type.IsClass && type != typeof(LeaveAdvice) && type != typeof(ReadShared) && type != typeof(Store)
                       where desk.Get<IServiceProviderIsService>().IsService(type)
                       from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                       where !method.IsGenericMethod && method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Actor) && typeof(Task).IsAssignableFrom(method.ReturnType)
                       select (type, method);
        var log = await Entries(desk.Desk);
        var tried = 0;
        foreach (var (type, method) in commands)
        {
            var call = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(Actor) ? adviser : Something(parameter.ParameterType)).ToArray();
            var fault = await Record.ExceptionAsync(async () =>
            {
                try
                {
                    await (Task)method.Invoke(desk.Desk.Services.GetRequiredService(type), call)!;
                }
                catch (TargetInvocationException wrapped)
                {
                    throw wrapped.InnerException!;
                }
            });
            Assert.True(fault is RefusedException, $"{type.Name}.{method.Name} answered {fault?.GetType().Name ?? "nothing"}: {fault?.Message}");
            tried++;
        }

        Assert.True(tried > 60, $"Only {tried} commands were found.");
        Assert.Equal(log, await Entries(desk.Desk));
    }

    private static async Task<int> Entries(TestDesk desk)
    {
        await using var db = await desk.Factory.CreateDbContextAsync();
        return await db.AuditLog.CountAsync();
    }

    private static object? Something(Type type)
    {
        if (type == typeof(string)) return "words";
        if (type == typeof(CancellationToken)) return CancellationToken.None;
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.MaxValue;
        if (Nullable.GetUnderlyingType(type) is not null) return null;
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (typeof(Delegate).IsAssignableFrom(type) || type == typeof(Stream)) return type == typeof(Stream) ? Stream.Null : null;
        if (type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(item.MakeArrayType())) return Array.CreateInstance(item, 0);
        return type.IsAbstract ? type.Assembly.GetTypes().FirstOrDefault(candidate => !candidate.IsAbstract && type.IsAssignableFrom(candidate)) is { } real ? RuntimeHelpers.GetUninitializedObject(real) : null : RuntimeHelpers.GetUninitializedObject(type);
    }

    private static DateTimeOffset InAWeek(ImpactDesk desk) => desk.Desk.Clock.GetUtcNow().AddDays(7);

    private static async Task<int> Shared(ImpactDesk desk, Actor adviser) =>
        await desk.Get<ShareWithAdviser>().Assessment(desk.Reviewer, adviser.Person, await desk.Measure(female: 0.2), InAWeek(desk), "please look at gender");
}
