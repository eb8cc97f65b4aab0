using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Curation.Core.Playlists;
using Curation.Web.Hosting;
using Xunit;

namespace Curation.Tests.Web.Hosting;

public sealed class FreePortTests
{
    [Fact]
    public void A_taken_port_is_named_with_the_way_to_another_and_a_free_one_passes()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var refused = Assert.Throws<RefusedException>(() => FreePort.Check($"http://127.0.0.1:0;http://127.0.0.1:{port}"));
        Assert.Contains($"Port {port} of 127.0.0.1 is taken", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--urls=http://", refused.Message, StringComparison.Ordinal);
        other.Stop();
        FreePort.Check($"http://127.0.0.1:{port}");
    }
}
