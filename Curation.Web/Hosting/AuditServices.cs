using Curation.Core.Desk.Audit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Curation.Web.Hosting;

/// <summary>Wires the log of who did what, and the heads that vouch for it from outside the store.</summary>
internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => OptionsOf(provider.GetService<IConfiguration>()));
        services.AddSingleton<AuditKey>();
        services.AddSingleton<HeadsFile>();
        services.AddSingleton<WriteHeads>();
        services.AddSingleton<NoteRestore>();
        services.AddSingleton<VerifyAuditLog>();
        services.AddSingleton<ReadAuditLog>();
        services.AddSingleton<ReadDecisions>();
        services.AddSingleton<ExportAuditLog>();
    }

    private static AuditOptions OptionsOf(IConfiguration? configuration) => configuration is null ? new AuditOptions() : new AuditOptions
    {
        Key = PathOf(configuration, "Curation:Audit:Key"),
        Heads = PathOf(configuration, "Curation:Audit:Heads"),
        EarlierKeys = configuration.GetSection("Curation:Audit:EarlierKeys").Get<string[]>() ?? [],
    };

    private static string? PathOf(IConfiguration configuration, string name) => string.IsNullOrWhiteSpace(configuration[name])
        ? null
        : Path.GetFullPath(Path.Combine(configuration[AppSettings.Root] ?? AppContext.BaseDirectory, configuration[name]!));
}
