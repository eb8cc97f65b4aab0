using Curation.Core.Desk.Content;
using Curation.Web.Admin.Content;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs of the content policy: its rules, what they find, and what people decide.</summary>
internal static class ContentServices
{
    public static void AddContent(this IServiceCollection services)
    {
        services.AddSingleton<ReadContentRules>();
        services.AddSingleton<PreviewContentRules>();
        services.AddSingleton<SaveContentRules>();
        services.AddSingleton<ContentFindings>();
        services.AddSingleton<HeldTracks>();
        services.AddSingleton<EditionTracks>();
        services.AddSingleton<ListCases>();
        services.AddSingleton<OpenCase>();
        services.AddSingleton<DecideCase>();
        services.AddSingleton<NameReported>();
        services.AddSingleton<AppealDecision>();
        services.AddSingleton<TakeReport>();
        services.AddSingleton<ReadReport>();
        services.AddSingleton<ContentDesk>();
    }
}
