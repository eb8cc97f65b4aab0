using Microsoft.Extensions.Configuration.Json;

namespace Curation.Web.Hosting;

/// <summary>Finds the one appsettings.json at the root and gives it the lowest rank, so that environment and command line win.</summary>
internal static class AppSettings
{
    public const string Root = "Curation:Root";

    public static void AddRootSettings(this ConfigurationManager configuration, string contentRoot)
    {
        var root = RootOf(contentRoot);
        var sources = ((IConfigurationBuilder)configuration).Sources;
        var first = sources.Index().Where(source => source.Item is JsonConfigurationSource).Select(source => source.Index).DefaultIfEmpty(0).First();
        var settings = new JsonConfigurationSource { Path = Path.Combine(root, "appsettings.json"), Optional = true, ReloadOnChange = false };
        settings.ResolveFileProvider();
        sources.Insert(first, settings);
        configuration[Root] = root;
    }

    /// <summary>Where relative paths of the settings start: the folder of the solution, else that of the program.</summary>
    private static string RootOf(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Curation.sln"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
