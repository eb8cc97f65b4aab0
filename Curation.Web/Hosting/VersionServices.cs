using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Versions;
using Curation.Core.Desk.WideEdits;

namespace Curation.Web.Hosting;

/// <summary>Wires what concerns versions of tracks, and edits of all playlists at once.</summary>
internal static class VersionServices
{
    public static IServiceCollection AddVersions(this IServiceCollection services)
    {
        services.AddSingleton<CurrentVersions>();
        services.AddSingleton<JudgeVersions>();
        services.AddSingleton<ListVersions>();
        services.AddSingleton<CopyTracks>();
        services.AddSingleton<PreviewWideEdit>();
        services.AddSingleton<ChangeEverywhere>();
        services.AddSingleton<TakeBackWideEdit>();
        services.AddSingleton<ListWideEdits>();
        return services;
    }
}
