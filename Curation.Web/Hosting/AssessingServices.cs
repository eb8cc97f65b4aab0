using Curation.Core.Desk.Assessing;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs that measure what a playlist does to creators and listeners.</summary>
internal static class AssessingServices
{
    public static void AddAssessing(this IServiceCollection services)
    {
        services.AddSingleton<ReadAssessments>();
    }
}
