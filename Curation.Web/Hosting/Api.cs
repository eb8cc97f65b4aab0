using Curation.Core.Desk.Acting;
using Curation.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Curation.Web.Hosting;

/// <summary>The way in for programs: a key with scopes, or the session of a person who has a role; refusals as problem+json.</summary>
internal static class Api
{
    public static void AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOpenApi();
        services.AddProblemDetails();
        services.Configure<List<ApiKey>>(configuration.GetSection("Curation:ApiKeys"));
        services.AddAuthentication().AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, ApiKeyCheck>(ApiKeyCheck.Scheme, null);
        var policies = services.AddAuthorizationBuilder();
        foreach (var scope in ApiScopes.All)
        {
            policies.AddPolicy(scope, policy => policy
                .AddAuthenticationSchemes(ApiKeyCheck.Scheme, IdentityConstants.ApplicationScheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Allows(context, scope)));
        }
    }

    /// <summary>The root of the endpoints for programs. Each endpoint names the scope it needs.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app) => app.MapGroup("/api/v1");

    // A person who has a role may read what a program may read; writing needs a key.
    private static bool Allows(AuthorizationHandlerContext context, string scope) =>
        context.User.HasClaim(ApiKeyCheck.ScopeClaim, scope) ||
        (scope is not (ApiScopes.WritePlays or ApiScopes.WriteReports or ApiScopes.WriteListeners) && Roles.All.Any(context.User.IsInRole));
}
