using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Versions;

namespace Curation.Web.Hosting;

/// <summary>Wires what concerns versions of tracks.</summary>
internal static class VersionServices
{
    public static IServiceCollection AddVersions(this IServiceCollection services)
    {
        services.AddSingleton<CurrentVersions>();
        services.AddSingleton<JudgeVersions>();
        services.AddSingleton<ListVersions>();
        services.AddSingleton<CopyTracks>();
        return services;
    }
}
