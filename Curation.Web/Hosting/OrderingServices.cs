using Curation.Core.Desk.Ordering;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs that put pools in order.</summary>
internal static class OrderingServices
{
    public static void AddOrdering(this IServiceCollection services)
    {
        services.AddSingleton<ReadOrder>();
        services.AddSingleton<ArrangeDraft>();
    }
}
