using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Backup;
using Curation.Core.Desk.Home;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.People;
using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Reviews;
using Curation.Core.Importing;
using Curation.Core.Storage;
using Curation.Core.Storage.Sqlite;
using Curation.Web.Playlists;
using Microsoft.EntityFrameworkCore;

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
        services.AddTogether();

        services.AddSingleton<JobBell>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<QueueJob>();
        services.AddSingleton<CancelJob>();
        services.AddSingleton<ListJobs>();

        services.AddSingleton<ListPlaylists>();
        services.AddSingleton<OpenPlaylist>();
        services.AddSingleton<EditorDesk>();
        services.AddSingleton<CreatePlaylist>();
        services.AddSingleton<EditDraft>();
        services.AddSingleton<ArchivePlaylist>();
        services.AddSingleton<ReadTracks>();
        services.AddSingleton<ReadNames>();
        services.AddSingleton<FindHolders>();

        services.AddSingleton<SubmitPlaylist>();
        services.AddSingleton<DecideSubmission>();
        services.AddSingleton<ListSubmissions>();
        services.AddSingleton<OpenSubmission>();

        services.AddSingleton<ReadHome>();
        services.AddSingleton<ReadReach>();
        services.AddSingleton<ReadWorthALook>();

        services.AddSingleton<ListPeople>();
        services.AddSingleton<InvitePerson>();
        services.AddSingleton<ChangeRoles>();
        services.AddSingleton<LockPerson>();
        services.AddSingleton<MakeFirstAdmin>();
        services.AddSingleton<NoteSignIn>();
        services.AddSingleton<NoteApiKeys>();
        services.AddSingleton<AllowPasswordLink>();

        services.AddSingleton(ImportLimits.Default);
        services.AddSingleton<IJobWork, ImportWork>();
        services.AddSingleton<PreviewImport>();
        services.AddSingleton<QueueImport>();
        services.AddSingleton<ReceiveUpload>();
        services.AddSingleton<SweepUploads>();
        services.AddSingleton<ListImports>();
        services.AddSingleton<TakeBackImport>();

        services.AddVersions();
        services.AddModels();
        services.AddSearch();
        services.AddPublishing();
        services.AddAssessing();
        services.AddLaboratory();
        services.AddReviewing();
        services.AddContent();
        services.AddImpact();
        services.AddAttributes();
        services.AddOrdering();
        services.AddLists();
        services.AddHearing();

        services.AddSingleton<MakeBackup>();
        services.AddSingleton<RestoreBackup>();
        services.AddSingleton<VerifyEverything>();

        services.AddAudit();
        services.AddCards();
        return services;
    }
}
