using System.Security.Cryptography;
using System.Text;
using Curation.Core.Desk.People;

namespace Curation.Web.Hosting;

/// <summary>The way in to a new workbench. Outside Development it needs a token that only somebody at the console can read; it closes once there is an admin.</summary>
internal sealed class FirstRun(ListPeople people, IHostEnvironment environment)
{
    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private bool closed;

    public bool NeedsToken => !environment.IsDevelopment();

    public async Task<bool> IsOpen(CancellationToken cancel = default)
    {
        if (!closed) closed = !await people.NoAdminYet(cancel);
        return !closed;
    }

    public bool Accepts(string? given) =>
        !NeedsToken || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(token));

    public async Task Announce(CancellationToken cancel)
    {
        if (NeedsToken && await IsOpen(cancel))
            await Console.Error.WriteLineAsync($"Nobody administers this workbench yet. Open /account/set-up?token={token} in a browser to make the first admin. The token works until then, and until this process ends.");
    }
}
