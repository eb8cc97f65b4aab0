using Curation.Core.Desk.Genres;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Plays;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Suggestions;
using Curation.Web.Admin.Genres;
using Curation.Web.Admin.Models;
using Curation.Web.Playlists.Candidates;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs that learn from listening and answer from what was learnt: models, suggestions, genres, search.</summary>
internal static class ModelServices
{
    public static void AddModels(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection("Curation:Training").Get<TrainingOptions>()?.Checked() ?? new TrainingOptions());
        services.AddSingleton<ModelFiles>();
        services.AddSingleton<CurrentModel>();
        services.AddSingleton<ListModels>();
        services.AddSingleton<ReadObservations>();
        services.AddSingleton<ActivateModel>();
        services.AddSingleton<TrainModel>();
        services.AddSingleton<TrainNightly>();
        services.AddSingleton<IJobWork>(provider => provider.GetRequiredService<TrainModel>());

        services.AddSingleton<TakePlays>();

        services.AddSingleton<SuggestTracks>();
        services.AddSingleton<ExplainAbsence>();
        services.AddSingleton<RefuseTrack>();
        services.AddSingleton<TakeBackRefusal>();
        services.AddSingleton<ListRefusals>();
        services.AddSingleton<CurrentAudience>();
        services.AddSingleton<SteerCandidates>();
        services.AddSingleton<TakeBackSteer>();
        services.AddSingleton<ShareCandidates>();
        services.AddSingleton<ReadSteering>();

        services.AddSingleton<ListGenres>();
        services.AddSingleton<MakeGenre>();
        services.AddSingleton<RenameGenre>();
        services.AddSingleton<SeedGenre>();
        services.AddSingleton<MergeGenres>();
        services.AddSingleton<DeleteGenre>();
        services.AddSingleton<NearestToSeed>();

        services.AddSingleton<CandidatesDesk>();
        services.AddSingleton<ModelsDesk>();
        services.AddSingleton<GenresDesk>();

        services.AddSingleton<FindTracks>();
        services.AddSingleton<FindArtists>();
        services.AddSingleton<FindTags>();
        services.AddSingleton<FindPlaylists>();
        services.AddSingleton<LookUpTrack>();
        services.AddSingleton<LookUpArtist>();
    }
}
