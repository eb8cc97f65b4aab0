using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Metering;
using Curation.Core.Desk.Jobs;
using Curation.Web.Assessments;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs that measure what a playlist does to creators and listeners.</summary>
internal static class AssessingServices
{
    public static void AddAssessing(this IServiceCollection services)
    {
        services.AddSingleton<SampledAudience>();
        services.AddSingleton<SimulateAudience>();
        services.AddSingleton<CurrentMeter>();
        services.AddSingleton<MeasureSimulation>();
        services.AddSingleton<OpenFigure>();
        services.AddSingleton<ExportAssessment>();
        services.AddSingleton<SampleDraft>();
        services.AddSingleton<AssessPlaylist>();
        services.AddSingleton<AssessWork>();
        services.AddSingleton<IJobWork>(provider => provider.GetRequiredService<AssessWork>());
        services.AddSingleton<ReadAssessments>();
        services.AddSingleton<AssessmentDesk>();
        services.AddSingleton<ReadMeter>();
        services.AddSingleton<SuggestFix>();
        services.AddSingleton<DrawTradeOff>();
        services.AddSingleton<ReadDimensions>();
    }
}
