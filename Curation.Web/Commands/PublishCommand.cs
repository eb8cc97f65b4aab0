using System.CommandLine;
using System.Globalization;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Storage.Jobs;

namespace Curation.Web.Commands;

/// <summary><c>publish</c>: publishes the approved revision of a playlist.</summary>
internal static class PublishCommand
{
    /// <summary>The command, to add to the root; <paramref name="open"/> opens the store for it.</summary>
    public static Command Create<THost>(Func<CancellationToken, Task<THost>> open, Func<THost, IServiceProvider> services)
        where THost : IAsyncDisposable
    {
        var slug = new Argument<string>("SLUG") { Description = "The playlist's name in addresses." };
        var command = new Command("publish", "Publishes an approved draft; prints the edition and its hash.") { slug };
        command.SetAction(async (parsed, cancel) =>
        {
            var host = await open(cancel);
            await using (host)
            {
                var (line, done) = await Publish(services(host), parsed.GetRequiredValue(slug), parsed.InvocationConfiguration.Error, cancel);
                await (done ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error).WriteLineAsync(line);
                return done ? 0 : 1;
            }
        });
        return command;
    }

    private static async Task<(string Line, bool Done)> Publish(IServiceProvider desk, string slug, TextWriter errors, CancellationToken cancel)
    {
        if (await desk.GetRequiredService<FindPlaylist>().BySlug(slug, cancel) is not { } playlist) return ($"There is no playlist \"{slug}\". Nothing was published.", false);
        var publication = await desk.GetRequiredService<PublishPlaylist>().Run(Actor.Console, playlist, cancel);
        if (publication is Publication.Queued(var job))
        {
            var progress = new ProgressLine(errors, "publish");
            var state = await desk.GetRequiredService<JobRunner>().RunOne(job, cancel, (share, _) => progress.Report(share));
            if (state != JobState.Done) return ((await desk.GetRequiredService<ListJobs>().Find(job, cancel))?.Error ?? "Publishing was stopped; it goes on at the next start.", false);
        }

        var live = (await desk.GetRequiredService<ListEditions>().Of(playlist, cancel))?.Made?.Edition;
        return (string.Create(CultureInfo.InvariantCulture, $"{slug}: edition {live?.Number}, {live?.State}, {live?.ListCount} lists, {live?.Hash}"), true);
    }
}
