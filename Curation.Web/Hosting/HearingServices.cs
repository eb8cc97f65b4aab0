using Curation.Core.Desk.Hearing;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs by which people hear tracks.</summary>
internal static class HearingServices
{
    public static void AddHearing(this IServiceCollection services)
    {
        services.AddSingleton<RenderTone>();
        services.AddSingleton<HearTrack>();
        services.AddSingleton<OpenSound>();
    }
}
