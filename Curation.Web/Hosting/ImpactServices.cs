using Curation.Core.Desk.Advising;
using Curation.Core.Desk.Impact;
using Curation.Core.Desk.Research;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs of impact assessments and of advice on them.</summary>
internal static class ImpactServices
{
    public static void AddImpact(this IServiceCollection services)
    {
        services.AddSingleton<StartImpact>();
        services.AddSingleton<AnswerImpact>();
        services.AddSingleton<PutImpact>();
        services.AddSingleton<SignImpact>();
        services.AddSingleton<ReadImpact>();
        services.AddSingleton<ListImpact>();
        services.AddSingleton<VerifyImpact>();

        services.AddSingleton<ShareWithAdviser>();
        services.AddSingleton<LeaveAdvice>();
        services.AddSingleton<RespondToAdvice>();
        services.AddSingleton<ReadAdvice>();
        services.AddSingleton<ReadShared>();

        services.AddSingleton<MakeResearchBundle>();
        services.AddSingleton<ReadReleases>();
    }
}
