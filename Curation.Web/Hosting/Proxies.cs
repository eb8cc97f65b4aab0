using System.Net;
using Curation.Core.Playlists;
using Microsoft.AspNetCore.HttpOverrides;

namespace Curation.Web.Hosting;

/// <summary>Believes what the proxies that "Curation:Proxies" names say of where a request came from, and nobody else. None is named by default.</summary>
internal static class Proxies
{
    public static void UseKnownProxies(this WebApplication app)
    {
        var named = Named(app.Configuration);
        if (named.Count == 0) return;

        // The limit counts hops; those who may speak for others are named, so that it is not needed.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in named) options.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    /// <summary>The proxies that the settings name: a list, or one value alone as CURATION__PROXIES in the environment gives it.</summary>
    /// <exception cref="RefusedException">One is neither an address nor a network.</exception>
    internal static IReadOnlyList<System.Net.IPNetwork> Named(IConfiguration configuration)
    {
        var setting = configuration.GetSection("Curation:Proxies");
        return [.. setting.GetChildren().Prepend(setting).Select(part => part.Value).OfType<string>().Where(value => value.Length > 0).Select(Network)];
    }

    private static System.Net.IPNetwork Network(string proxy)
    {
        if (IPAddress.TryParse(proxy, out var one)) return new System.Net.IPNetwork(one, one.GetAddressBytes().Length * 8);
        return System.Net.IPNetwork.TryParse(proxy, out var network)
            ? network
            : throw new RefusedException($"The setting Curation:Proxies holds \"{proxy}\", which is neither an address such as 10.0.0.2 nor a network such as 10.0.0.0/24. Nothing was started; mend the setting, and give several as Curation:Proxies:0, Curation:Proxies:1 and so on.");
    }
}
