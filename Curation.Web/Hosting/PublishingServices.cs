using Curation.Core.Desk.Editions;
using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Previews;
using Curation.Web.Editions;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs that make lists for listeners: previews and editions.</summary>
internal static class PublishingServices
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<DrawTasteMap>();
        services.AddSingleton<FindListeners>();
        services.AddSingleton<PreviewSideBySide>();
        services.AddSingleton<PreviewListener>();

        services.AddSingleton<FindPlaylist>();
        services.AddSingleton<ListEditions>();
        services.AddSingleton<EditionsDesk>();
        services.AddSingleton<ListLivePlaylists>();
        services.AddSingleton<PublishPlaylist>();
        services.AddSingleton<PublishWork>();
        services.AddSingleton<IJobWork>(provider => provider.GetRequiredService<PublishWork>());
        services.AddSingleton<ReadListenerList>();
        services.AddSingleton<ExportEdition>();
        services.AddSingleton<RollBack>();
        services.AddSingleton<WithdrawEdition>();
        services.AddSingleton<VerifyEditions>();
    }
}
