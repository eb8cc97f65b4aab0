using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Curation.Web.Hosting;

/// <summary>Puts the program together; the server and every command use the same wiring.</summary>
internal static class Wiring
{
    public static IServiceCollection AddWorkbench(this IServiceCollection services, IConfiguration configuration)
    {
        var data = new DataDirectory(Path.Combine(configuration[AppSettings.Root] ?? AppContext.BaseDirectory, configuration["Curation:Data"] ?? "data"));
        services.AddDesk(data);
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddDataProtection().SetApplicationName("Curation").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data.Path, "keys")));
        return services;
    }
}
