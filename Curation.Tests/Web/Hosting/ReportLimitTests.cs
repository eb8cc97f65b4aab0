using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Curation.Core.Desk.Content;
using Curation.Core.Playlists;
using Curation.Tests.Fixtures;
using Curation.Web.Hosting;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Curation.Tests.Web.Hosting;

public sealed class ReportLimitTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "::ffff:203.0.113.8", false)]
    [InlineData("fe80::1%2", "fe80::2%3", true)]
    public void Addresses_of_one_household_are_counted_together(string one, string other, bool same) => Assert.Equal(same, Key(IPAddress.Parse(one)) == Key(IPAddress.Parse(other)));

    /// <summary>Whoever has a network of their own has 2^64 addresses, and one allowance.</summary>
    [Fact]
    public void Whatever_stands_in_the_last_half_of_an_address_makes_no_other_sender() => Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000)), seed =>
    {
        var random = new Random(seed);
        var (network, one, other) = ((ulong)random.NextInt64() | 0x2000_0000_0000_0000, (ulong)random.NextInt64(), (ulong)random.NextInt64());
        return Key(Of(network, one)) == Key(Of(network, other)) && Key(Of(network ^ 1, one)) != Key(Of(network, one));
    }).QuickCheckThrowOnFailure();

    private static IPAddress Of(ulong network, ulong host)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, network);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], host);
        return new IPAddress(bytes);
    }

    private static string Key(IPAddress address)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Connection.RemoteIpAddress = address;
        return new ReportLimit().GetPartition(context).PartitionKey;
    }
}

/// <summary>What a proxy says of where a request came from is believed of proxies that the settings name, and of nobody else.</summary>
public sealed partial class ProxyTests(ProxyTests.BehindProxy behind, WorkbenchServer bare) : IClassFixture<ProxyTests.BehindProxy>, IClassFixture<WorkbenchServer>
{
    [Fact]
    public async Task Behind_a_known_proxy_each_sender_has_an_allowance_of_its_own()
    {
        var answers = await Flood(behind, i => $"2001:db8:1:2::{i + 1:x}", 12);
        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.Redirect));
        Assert.Equal(2, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], await Flood(behind, _ => "2001:db8:1:3::1", 2));
    }

    [Fact]
    public async Task Without_one_a_sender_who_claims_another_address_each_time_is_stopped_all_the_same()
    {
        var answers = await Flood(bare, i => $"203.0.113.{i + 1}", 12);
        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.Redirect));
        Assert.Equal(10, await bare.Get<ListCases>().CountWaiting());
    }

    [Fact]
    public void One_value_alone_names_a_proxy_as_a_list_does()
    {
        Assert.Equal(["10.0.0.2/32"], Named(("Curation:Proxies", "10.0.0.2")));
        Assert.Equal(["10.0.0.0/24", "::1/128"], Named(("Curation:Proxies:0", "10.0.0.0/24"), ("Curation:Proxies:1", "::1")));
        Assert.Empty(Named(("Curation:Proxies", "")));
        Assert.Empty(Named());
    }

    [Theory]
    [InlineData("10.0.0.2, 10.0.0.3")]
    [InlineData("the proxy")]
    public void What_is_no_address_stops_the_start_and_says_how_to_write_it(string value) =>
        Assert.Contains("Curation:Proxies:0", Assert.Throws<RefusedException>(() => Named(("Curation:Proxies", value))).Message, StringComparison.Ordinal);

    private static string[] Named(params (string Key, string Value)[] settings) =>
        [.. Proxies.Named(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build()).Select(network => network.ToString())];

    private static async Task<List<HttpStatusCode>> Flood(WorkbenchServer server, Func<int, string> from, int count)
    {
        using var client = server.Anonymous();
        var token = Token().Match(await client.GetStringAsync("/report")).Groups[1].Value;
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < count; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/report")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "report", ["__RequestVerificationToken"] = token, ["Given.Ground"] = "Other", ["Given.Where"] = "x", ["Given.Words"] = $"report {i}" }),
            };
            request.Headers.Add("X-Forwarded-For", from(i));
            using var answer = await client.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    /// <summary>A workbench behind a proxy on the same machine.</summary>
    public sealed class BehindProxy : WorkbenchServer
    {
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Curation:Proxies:0"] = "127.0.0.1",
            ["Curation:Proxies:1"] = "::1/128",
        };
    }
}
