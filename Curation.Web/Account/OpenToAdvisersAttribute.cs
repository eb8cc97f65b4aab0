using Curation.Core.Desk.Acting;
using Microsoft.AspNetCore.Authorization;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace Curation.Web.Account;

/// <summary>Marks a page that advisers may open; every other page is for those who work here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAdvisersAttribute : Attribute;

/// <summary>Somebody who works here, or an adviser on a page that is open to advisers.</summary>
public sealed class WorksHere : AuthorizationHandler<WorksHere>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, WorksHere requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Roles.All.Any(context.User.IsInRole) || (context.User.IsInRole(Roles.Adviser) && IsOpenToAdvisers(context.Resource))) context.Succeed(requirement);
        return Task.CompletedTask;
    }

    /// <summary>The page itself, on its first request and within a circuit, and the socket that every page needs.</summary>
    private static bool IsOpenToAdvisers(object? resource) => resource switch
    {
        HttpContext http => http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || http.GetEndpoint()?.Metadata.GetMetadata<OpenToAdvisersAttribute>() is not null,
        RouteData route => route.PageType.IsDefined(typeof(OpenToAdvisersAttribute), inherit: false),
        _ => false,
    };
}
