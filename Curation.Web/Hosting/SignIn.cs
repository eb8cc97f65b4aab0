using Curation.Core.Desk.Acting;
using Curation.Core.Desk.People;
using Curation.Core.Storage;
using Curation.Core.Storage.People;
using Curation.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Curation.Web.Hosting;

/// <summary>Who may come in: a cookie for people who have a role, and nothing for anybody else unless a page says so.</summary>
internal static class SignIn
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentity<Person, IdentityRole>(identity =>
        {
            identity.Password.RequiredLength = MakeFirstAdmin.ShortestPassword;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequiredUniqueChars = 5;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.User.RequireUniqueEmail = true;
        }).AddEntityFrameworkStores<CurationDb>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<NamedPrincipal>();

        var secure = OnlyHttps(configuration);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = secure ? "__Host-curation" : "curation";
            cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.LoginPath = "/account/sign-in";
            cookie.AccessDeniedPath = "/account/not-allowed";
            cookie.ReturnUrlParameter = "back";
            cookie.Events.OnRedirectToLogin = Challenge.SignInOr401;
            cookie.Events.OnRedirectToAccessDenied = Challenge.NotAllowedOr403;
        });
        services.AddAntiforgery(options => options.Cookie.Name = secure ? "__Host-curation-form" : "curation-form");
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        var anyRole = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(Roles.Given).AddRequirements(new WorksHere()).Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(anyRole).SetFallbackPolicy(anyRole);
        services.AddSingleton<FirstRun>();
        services.AddSingleton<PasswordLinks>();
    }

    private static bool OnlyHttps(IConfiguration configuration)
    {
        var addresses = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return configuration["Curation:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true
            || (addresses.Length > 0 && addresses.All(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)));
    }
}
