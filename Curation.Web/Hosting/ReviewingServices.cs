using Curation.Core.Desk.People;
using Curation.Core.Desk.Policies;
using Curation.Core.Desk.Reviews;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs of the review desk and of policies.</summary>
internal static class ReviewingServices
{
    public static void AddReviewing(this IServiceCollection services)
    {
        services.AddSingleton<ClaimSubmission>();
        services.AddSingleton<TickCheck>();
        services.AddSingleton<ReadQueue>();
        services.AddSingleton<ReadWorkload>();
        services.AddSingleton<LinkAccounts>();

        services.AddSingleton<ReadPolicies>();
        services.AddSingleton<PreviewPolicy>();
        services.AddSingleton<SavePolicy>();
        services.AddSingleton<ReadFindings>();
        services.AddSingleton<GrantWaiver>();
        services.AddSingleton<RevokeWaiver>();
        services.AddSingleton<ListWaivers>();
    }
}
