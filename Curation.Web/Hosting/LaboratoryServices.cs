using Curation.Core.Desk.Jobs;
using Curation.Core.Desk.Laboratory;

namespace Curation.Web.Hosting;

/// <summary>Wires the feedback-loop laboratory.</summary>
internal static class LaboratoryServices
{
    public static void AddLaboratory(this IServiceCollection services)
    {
        services.AddSingleton<StartExperiment>();
        services.AddSingleton<ReadExperiments>();
        services.AddSingleton<IJobWork, ExperimentWork>();
    }
}
