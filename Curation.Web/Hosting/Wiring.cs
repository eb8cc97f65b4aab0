using Curation.Core.Desk.Jobs;
using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Curation.Core.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Curation.Web.Hosting;

/// <summary>Puts the program together; the server and every command use the same wiring.</summary>
internal static class Wiring
{
    public static IServiceCollection AddWorkbench(this IServiceCollection services, IConfiguration configuration)
    {
        var data = new DataDirectory(Path.Combine(configuration[AppSettings.Root] ?? AppContext.BaseDirectory, configuration["Curation:Data"] ?? "data"));
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddDbContextFactory<CurationDb>(options => options.UseCurationSqlite(data.Store));
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddDataProtection().SetApplicationName("Curation").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data.Path, "keys")));
        services.AddDesk();
        return services;
    }

    /// <summary>Every verb of the desk as one instance, and every kind of long work as such.</summary>
    private static void AddDesk(this IServiceCollection services)
    {
        var candidates = typeof(JobRunner).Assembly.GetExportedTypes().Where(IsVerb).ToHashSet();
        foreach (var verb in candidates.Where(verb => verb.GetConstructors()[0].GetParameters().All(parameter => IsPart(parameter.ParameterType))))
        {
            services.AddSingleton(verb);
            if (verb.IsAssignableTo(typeof(IJobWork))) services.AddSingleton(typeof(IJobWork), provider => provider.GetRequiredService(verb));
        }

        bool IsPart(Type type) => candidates.Contains(type) || type.IsGenericType || services.Any(service => service.ServiceType == type);
    }

    private static bool IsVerb(Type type) =>
        type is { IsClass: true, IsAbstract: false } &&
        type.Namespace?.StartsWith("Curation.Core.Desk.", StringComparison.Ordinal) == true &&
        type.GetConstructors().Length == 1 &&
        !type.IsAssignableTo(typeof(Exception)) &&
        type.GetMethod("<Clone>$") is null;
}
