using Curation.Core.Desk.Lists;

namespace Curation.Web.Hosting;

/// <summary>Wires what takes lists in and gives them out.</summary>
internal static class ListServices
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<MatchList>();
        services.AddSingleton<MakeFromList>();
        services.AddSingleton<ExportDraft>();
    }
}
