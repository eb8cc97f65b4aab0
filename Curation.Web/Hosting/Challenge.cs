using Curation.Core.Desk.Acting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Curation.Web.Hosting;

/// <summary>What somebody without a session is told: a browser gets the sign-in page, a program gets a status.</summary>
internal static class Challenge
{
    public static Task SignInOr401(RedirectContext<CookieAuthenticationOptions> context) => Answer(context, StatusCodes.Status401Unauthorized);

    public static Task NotAllowedOr403(RedirectContext<CookieAuthenticationOptions> context)
    {
        // An adviser's home is what is shared with them.
        if (context.Request.Path == "/" && context.HttpContext.User.IsInRole(Roles.Adviser)) context.RedirectUri = "/advice";
        return Answer(context, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (IsForPeople(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        if (!context.Response.HasStarted) context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static bool IsForPeople(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) &&
        !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) &&
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) &&
        !request.Path.StartsWithSegments("/media", StringComparison.OrdinalIgnoreCase) &&
        !request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
