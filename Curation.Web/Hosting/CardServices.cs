using Curation.Core.Desk.Cards;
using Curation.Core.Desk.Listeners;

namespace Curation.Web.Hosting;

/// <summary>Wires what listeners may know and decide: how recommendations are made, and whether their history takes part.</summary>
internal static class CardServices
{
    public static void AddCards(this IServiceCollection services)
    {
        services.AddSingleton<ReadCards>();
        services.AddSingleton<SetProfiling>();
    }
}
