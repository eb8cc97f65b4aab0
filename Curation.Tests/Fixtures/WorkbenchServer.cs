using Curation.Core.Storage;
using System.Net;
using System.Text.RegularExpressions;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.People;
using Curation.Core.Playlists;
using Curation.Core.Storage.People;
using Curation.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Curation.Tests.Fixtures;

/// <summary>The whole workbench on a port of its own: real Kestrel, a real SQLite file in a fresh directory, and one person of each role.</summary>
public partial class WorkbenchServer : WebApplicationFactory<App>, IAsyncLifetime
{
    public const string Password = "twelve letters or more";

    private readonly string directory = Directory.CreateTempSubdirectory("curation-web-").FullName;
    private static readonly Lock Starting = new();

    private readonly Dictionary<string, Actor> people = [];
    private readonly ServerFaults faults = new();

    protected virtual string Environment => "Testing";

    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public Uri Address => ClientOptions.BaseAddress;

    public string DataPath => directory;

    /// <summary>Errors that the server reported since they were last asked for.</summary>
    public IReadOnlyList<string> TakeFaults() => faults.Take();

    public virtual async ValueTask InitializeAsync()
    {
        if (!File.Exists(new DataDirectory(directory).Store)) await PreparedStore.CopyEmpty(directory);
        UseKestrel(0);
        // Two that start at once have met a host that was disposed already.
        lock (Starting) StartServer();
        foreach (var role in Roles.Given) await Invite(role);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static string EmailOf(string role) => $"{role.ToLowerInvariant()}@test.curation";

    public Actor Who(string role, bool second = false) => people[second ? $"second.{EmailOf(role)}" : EmailOf(role)];

    public bool Knows(string email) => people.ContainsKey(email);

    /// <summary>An account with a role and the password that all have.</summary>
    public async Task<Actor> Invite(string role, string? email = null)
    {
        email ??= EmailOf(role);
        var id = await Get<InvitePerson>().Run(Actor.Console, email, $"{role} {people.Count + 1}", [role]);
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = await users.FindByIdAsync(id.Value) ?? throw new InvalidOperationException("The account was not made.");
        Assert.True((await users.AddPasswordAsync(person, Password)).Succeeded);
        return people[email] = new Actor(id);
    }

    /// <summary>A client with its own cookies that follows no redirect.</summary>
    public HttpClient Anonymous() => Anonymous(new CookieContainer());

    /// <summary>The same, with a session.</summary>
    public Task<HttpClient> SignedIn(string email) => SignedIn(email, new CookieContainer());

    /// <summary>The same, with a session whose cookies others use too.</summary>
    public async Task<HttpClient> SignedIn(string email, CookieContainer cookies)
    {
        var client = Anonymous(cookies);
        var answer = await PostSignIn(client, email, Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public static async Task<HttpResponseMessage> PostSignIn(HttpClient client, string email, string password)
    {
        var page = await client.GetStringAsync("/account/sign-in");
        return await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
            ["Given.Email"] = email,
            ["Given.Password"] = password,
        }));
    }

    private HttpClient Anonymous(CookieContainer cookies) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = Address };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Curation:Data", directory);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(faults));
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Pools.Close(new DataDirectory(directory));
        await Scratch.Delete(directory);
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}
