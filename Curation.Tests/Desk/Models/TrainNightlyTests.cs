using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Curation.Tests.Desk.Models;

/// <summary>One training a night, whatever happens to the process.</summary>
public sealed class TrainNightlyTests
{
    [Fact]
    public async Task A_training_is_queued_once_a_night_and_not_again_after_a_restart()
    {
        await using var desk = await Opened(new TimeOnly(3, 30));
        await desk.TwoCampsOfListeners();
        desk.Clock.SetUtcNow(new DateTimeOffset(2026, 5, 5, 3, 31, 0, TimeSpan.Zero));
        var first = await Nightly(desk).Run();
        Assert.NotNull(first);
        await desk.Get<JobRunner>().RunOne(first.Value, CancellationToken.None);

        Assert.Null(await Nightly(desk).Run());
        desk.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Null(await Nightly(desk).Run());
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await Nightly(desk).Run());
    }

    [Fact]
    public async Task A_night_that_was_missed_is_made_up_for()
    {
        await using var desk = await Opened(new TimeOnly(3, 30));
        await desk.TwoCampsOfListeners();
        await TrainModelTests.Train(desk);
        desk.Clock.Advance(TimeSpan.FromHours(15));
        Assert.Null(await Nightly(desk).Run());
        desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.NotNull(await Nightly(desk).Run());
    }

    [Fact]
    public async Task Without_an_appointed_time_or_without_listening_nothing_is_queued()
    {
        await using var off = await Opened(null);
        await off.TwoCampsOfListeners();
        Assert.Null(await Nightly(off).Run());
        Assert.Null(Nightly(off).UntilNext());
        await using var empty = await Opened(new TimeOnly(3, 30));
        Assert.Null(await Nightly(empty).Run());
        Assert.Equal(TimeSpan.FromHours(18.5), Nightly(empty).UntilNext());
    }

    [Theory]
    [InlineData(9, 0, 4)]
    [InlineData(3, 30, 4)]
    [InlineData(3, 29, 3)]
    public void The_last_appointed_time_is_today_or_yesterday(int hour, int minute, int day) =>
        Assert.Equal(new DateTimeOffset(2026, 5, day, 3, 30, 0, TimeSpan.FromHours(2)), TrainNightly.LastDue(new DateTimeOffset(2026, 5, 4, hour, minute, 0, TimeSpan.FromHours(2)), new TimeOnly(3, 30)));

    [Fact]
    public void The_time_of_day_is_read_from_the_settings()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Nightly"] = "03:30", ["HalfLife"] = "14" }).Build();
        var options = settings.Get<TrainingOptions>()!;
        Assert.Equal((new TimeOnly(3, 30), 14.0), (options.Nightly, options.HalfLife));
    }

    private static TrainNightly Nightly(TestDesk desk) => new(desk.Get<Store>(), desk.Get<QueueJob>(), desk.Get<TrainingOptions>(), desk.Clock);

    private static Task<TestDesk> Opened(TimeOnly? nightly) => TestDesk.Open(services => services.AddSingleton(new TrainingOptions { Nightly = nightly }));
}
