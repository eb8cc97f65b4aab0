using Curation.Core.Desk.Playlists;
using Curation.Core.Desk.Search;
using Curation.Core.Desk.Search.Saved;
using Curation.Web.Search;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs that find tracks by words and attributes, and keep searches.</summary>
internal static class SearchServices
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<TextIndex>();
        services.AddSingleton<LastUse>();
        services.AddSingleton<SearchCatalogue>();
        services.AddSingleton<ListSearches>();
        services.AddSingleton<SaveSearch>();
        services.AddSingleton<ChangeSearch>();
        services.AddSingleton<AddToPool>();
        services.AddSingleton<PlanSection>();
        services.AddSingleton<SearchDesk>();
    }
}
