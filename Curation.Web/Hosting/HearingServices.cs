using Curation.Core.Desk.Hearing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs by which people hear tracks.</summary>
internal static class HearingServices
{
    public static void AddHearing(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => OptionsOf(provider.GetService<IConfiguration>()));
        services.AddSingleton<RenderTone>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<HearTrack>();
        services.AddSingleton<OpenSound>();
        services.AddSingleton<RescanMedia>();
    }

    private static HearingOptions OptionsOf(IConfiguration? configuration)
    {
        if (configuration is null) return new HearingOptions();
        var media = configuration["Curation:Media"];
        return new HearingOptions
        {
            Media = string.IsNullOrWhiteSpace(media) ? null : Path.GetFullPath(Path.Combine(configuration[AppSettings.Root] ?? AppContext.BaseDirectory, media)),
            PreviewHosts = configuration.GetSection("Curation:PreviewHosts").Get<string[]>() ?? [],
        }.Checked();
    }
}
