using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Comparing;
using Curation.Core.Desk.Together;
using Curation.Web.Playlists.History;
using Curation.Web.Playlists.Together;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Curation.Web.Hosting;

/// <summary>Wires what lets several people work on one playlist.</summary>
internal static class TogetherServices
{
    public static void AddTogether(this IServiceCollection services)
    {
        services.AddSingleton<PlaylistBell>();
        services.AddSingleton<ReadComments>();
        services.AddSingleton<WriteComment>();
        services.AddSingleton<ReadColleagues>();
        services.AddSingleton<ReadEdits>();
        services.AddSingleton<ReadProposals>();
        services.AddSingleton<SuggestChanges>();
        services.AddSingleton<DecideProposal>();
        services.AddSingleton<SetOwnership>();
        services.AddSingleton<LabelRevision>();
        services.AddSingleton<HistoryDesk>();
        services.AddSingleton<BranchPlaylist>();
        services.AddSingleton<CompareAudience>();
    }

    /// <summary>Who is on which page; only a server has pages.</summary>
    public static void AddRooms(this IServiceCollection services)
    {
        services.AddSingleton<Rooms>();
        services.AddScoped<CircuitSeats>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<CircuitSeats>());
    }
}
