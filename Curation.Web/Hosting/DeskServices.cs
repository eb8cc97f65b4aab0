using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Audit;
using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Suggestions;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Curation.Web.Hosting;

/// <summary>Wires the store and the verbs of the desk; the server, the command line and the tests all start from here.</summary>
public static class DeskServices
{
    /// <summary>Adds everything below the screens, on the store in a data directory.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DataDirectory data)
    {
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddDbContextFactory<CurationDb>(options => options.UseCurationSqlite(data.Store));
        services.AddSingleton<Store>();

        services.AddSingleton<JobBell>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<QueueJob>();
        services.AddSingleton<CancelJob>();
        services.AddSingleton<ListJobs>();

        services.AddSingleton<ListPlaylists>();
        services.AddSingleton<OpenPlaylist>();
        services.AddSingleton<CreatePlaylist>();
        services.AddSingleton<EditDraft>();
        services.AddSingleton<ArchivePlaylist>();

        services.AddSingleton<SubmitPlaylist>();
        services.AddSingleton<DecideSubmission>();
        services.AddSingleton<ListSubmissions>();

        services.TryAddSingleton(new TrainingOptions());
        services.AddSingleton<ModelFiles>();
        services.AddSingleton<CurrentModel>();
        services.AddSingleton<ListModels>();
        services.AddSingleton<ActivateModel>();
        services.AddSingleton<TrainModel>();
        services.AddSingleton<IJobWork>(provider => provider.GetRequiredService<TrainModel>());

        services.AddSingleton<SuggestTracks>();
        services.AddSingleton<RefuseTrack>();
        services.AddSingleton<TakeBackRefusal>();
        services.AddSingleton<ListRefusals>();

        services.AddSingleton<ListGenres>();
        services.AddSingleton<MakeGenre>();
        services.AddSingleton<RenameGenre>();
        services.AddSingleton<SeedGenre>();
        services.AddSingleton<MergeGenres>();
        services.AddSingleton<DeleteGenre>();
        services.AddSingleton<NearestToSeed>();

        services.AddSingleton<FindTracks>();
        services.AddSingleton<FindArtists>();
        services.AddSingleton<FindTags>();
        services.AddSingleton<FindPlaylists>();
        services.AddSingleton<LookUpTrack>();
        services.AddSingleton<LookUpArtist>();

        services.AddSingleton<ReadAuditLog>();
        services.AddSingleton<VerifyAuditLog>();
        return services;
    }
}
