using Curation.Core.Desk.Cards;
using Curation.Core.Desk.Listeners;
using Curation.Web.Admin.Listeners;

namespace Curation.Web.Hosting;

/// <summary>Wires what listeners may know and decide: how recommendations are made, whether their history takes part, and whether they get explicit tracks.</summary>
internal static class CardServices
{
    public static void AddCards(this IServiceCollection services)
    {
        services.AddSingleton<ReadCards>();
        services.AddSingleton<SetProfiling>();
        services.AddSingleton<SetExplicit>();
        services.AddSingleton<ReadListener>();
        services.AddSingleton<ListenersDesk>();
    }
}
