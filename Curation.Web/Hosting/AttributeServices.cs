using Curation.Core.Desk.Attributes;
using Curation.Web.Admin.Attributes;

namespace Curation.Web.Hosting;

/// <summary>Wires the verbs and the pages of what admins tell artists and tracks apart by.</summary>
internal static class AttributeServices
{
    public static void AddAttributes(this IServiceCollection services)
    {
        services.AddSingleton<ListAttributes>();
        services.AddSingleton<DefineAttribute>();
        services.AddSingleton<RenameAttribute>();
        services.AddSingleton<DeleteAttribute>();
        services.AddSingleton<ReviewValues>();
        services.AddSingleton<SetValues>();
        services.AddSingleton<AttributesDesk>();
    }
}
