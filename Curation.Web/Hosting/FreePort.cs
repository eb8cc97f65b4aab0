using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Curation.Core.Playlists;

namespace Curation.Web.Hosting;

/// <summary>Looks before anything is made whether the addresses can be listened on.</summary>
internal static class FreePort
{
    /// <summary>What to do about a port that is taken.</summary>
    public const string Way = "Nothing was changed. End the other program, or choose another port: --urls=http://127.0.0.1:5081";

    /// <summary>Throws where one of the addresses, parted by semicolons, is taken.</summary>
    public static void Check(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0) continue;
            if (IsTaken(On(address.Host), address.Port))
                throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"Port {address.Port} of {address.Host} is taken by another program. {Way}"));
        }
    }

    private static IPAddress On(string host) =>
        host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : IPAddress.Any;

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }
}
