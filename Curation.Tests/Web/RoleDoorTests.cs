using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.People;
using Curation.Tests.Fixtures;
using Curation.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Curation.Tests.Web;

public sealed partial class RoleDoorTests(WorkbenchServer server) : IClassFixture<WorkbenchServer>
{
    public static TheoryData<string> Pages => [.. typeof(App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false)).Select(type => type.FullName!)];

    /// <summary>In an open circuit only a page's own attributes are asked.</summary>
    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_open_to_all_by_its_own_word_or_needs_a_role(string page)
    {
        var attributes = typeof(App).Assembly.GetType(page)!.GetCustomAttributes(inherit: true);
        if (attributes.OfType<IAllowAnonymous>().Any()) return;
        var policy = await AuthorizationPolicy.CombineAsync(server.Get<IAuthorizationPolicyProvider>(), attributes.OfType<IAuthorizeData>());
        Assert.NotNull(policy);
        Assert.Contains(policy.Requirements, requirement => requirement is RolesAuthorizationRequirement);
    }

    [Theory, InlineData("/"), InlineData("/search"), InlineData("/playlists"), InlineData("/tracks/1"), InlineData("/reviews"), InlineData("/account/password"), InlineData("/playlists/1/editions/1/export/csv")]
    public async Task A_person_without_a_role_reads_no_page_and_no_file(string path)
    {
        using var client = await WithoutRole();
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/not-allowed", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_person_without_a_role_gets_nothing_from_the_endpoints_for_programs()
    {
        using var client = await WithoutRole();
        using var editor = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Editor));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/playlists")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/openapi/v1.json")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/api/v1/playlists")).StatusCode);
    }

    [Fact]
    public async Task A_person_without_a_role_is_told_so_and_can_sign_out()
    {
        using var client = await WithoutRole();
        var page = await client.GetStringAsync("/account/not-allowed");
        Assert.Contains("You have no role here", page, StringComparison.Ordinal);
        using var answer = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in", (await client.GetAsync("/")).Headers.Location!.AbsolutePath);
    }

    [Theory, InlineData("/playlists"), InlineData("/search"), InlineData("/tracks/1"), InlineData("/reviews"), InlineData("/impact"), InlineData("/impact/1"), InlineData("/impact/1/report"), InlineData("/admin/people"), InlineData("/playlists/1/editions/1/export/csv")]
    public async Task An_adviser_reads_no_page_of_those_who_work_here(string path)
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Adviser));
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/not-allowed", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task An_adviser_comes_to_what_is_shared_and_gets_nothing_from_the_endpoints_for_programs()
    {
        using var client = await server.SignedIn(WorkbenchServer.EmailOf(Roles.Adviser));
        Assert.Equal("/advice", (await client.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/advice")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/playlists")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/openapi/v1.json")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/media/1")).StatusCode);
    }

    /// <summary>Within a circuit the router asks for the page itself, so only pages that say so are open.</summary>
    [Fact]
    public async Task Within_a_circuit_only_the_pages_of_advice_are_open_to_an_adviser()
    {
        var adviser = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Adviser)], "test"));
        var (policies, authorization) = (server.Get<IAuthorizationPolicyProvider>(), server.Get<IAuthorizationService>());
        var open = new List<string>();
        foreach (var page in typeof(App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false) && !type.GetCustomAttributes(true).OfType<IAllowAnonymous>().Any()))
        {
            var policy = (await AuthorizationPolicy.CombineAsync(policies, page.GetCustomAttributes(true).OfType<IAuthorizeData>()))!;
            if ((await authorization.AuthorizeAsync(adviser, new RouteData(page, new Dictionary<string, object?>()), policy)).Succeeded) open.Add(page.Name);
        }

        Assert.Equal(["AdvicePage", "ChangePasswordPage", "SharedPage"], open.Order(StringComparer.Ordinal));
    }

    private async Task<HttpClient> WithoutRole()
    {
        var mail = $"{Guid.NewGuid():N}@test.curation";
        var person = await server.Invite(Roles.Editor, mail);
        await server.Get<ChangeRoles>().Run(Actor.Console, person.Person, []);
        return await server.SignedIn(mail);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
