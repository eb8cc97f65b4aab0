using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Curation.Tests.Benchmarks.Light;

/// <summary>A web socket to the hub of interactive pages, in the protocol that its own server speaks.</summary>
public sealed class HubSocket : IInvocationBinder, IAsyncDisposable
{
    // The framework keeps its protocol to itself; what is written here by hand would be the same hundred lines.
    private static readonly IHubProtocol Protocol = (IHubProtocol)Activator.CreateInstance(
        typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!, nonPublic: true)!;

    private static readonly Dictionary<string, Type[]> Calls = new(StringComparer.Ordinal)
    {
        ["JS.AttachComponent"] = [typeof(int), typeof(string)],
        ["JS.BeginInvokeJS"] = [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)],
        ["JS.EndInvokeDotNet"] = [typeof(string), typeof(bool), typeof(string)],
        ["JS.RenderBatch"] = [typeof(long), typeof(byte[])],
        ["JS.EndUpdateRootComponents"] = [typeof(long)],
        ["JS.Error"] = [typeof(string)],
    };

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);

    public static async Task<HubSocket> Open(Uri server, CookieContainer cookies)
    {
        var hub = new HubSocket();
        hub.socket.Options.Cookies = cookies;
        await hub.socket.ConnectAsync(new UriBuilder(new Uri(server, "/_blazor")) { Scheme = "ws" }.Uri, CancellationToken.None);
        await hub.socket.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + "\u001e"), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        return hub;
    }

    public async Task Send(HubMessage message)
    {
        var bytes = Protocol.GetMessageBytes(message);
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    public Task Call(string method, params object?[] arguments) => Send(new InvocationMessage(method, arguments));

    /// <summary>What the server sends, until it or this page closes.</summary>
    public async IAsyncEnumerable<HubMessage> Messages()
    {
        var buffer = new byte[4 * 1024];
        var held = new ArrayBufferWriter<byte>();
        var shaken = false;
        while (await Receive(buffer) is { } received)
        {
            held.Write(buffer.AsSpan(0, received));
            var rest = new ReadOnlySequence<byte>(held.WrittenMemory);
            if (!shaken) shaken = HandshakeProtocol.TryParseResponseMessage(ref rest, out _);
            while (shaken && Protocol.TryParseMessage(ref rest, this, out var message)) yield return message;
            var left = rest.ToArray();
            held = new ArrayBufferWriter<byte>();
            held.Write(left);
        }
    }

    public Type GetReturnType(string invocationId) => typeof(string);

    public IReadOnlyList<Type> GetParameterTypes(string methodName) => Calls.TryGetValue(methodName, out var types) ? types : throw new InvalidOperationException($"A light page does not know {methodName}.");

    public Type GetStreamItemType(string streamId) => throw new InvalidOperationException("Pages get no streams.");

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        socket.Dispose();
        sending.Dispose();
    }

    private async Task<int?> Receive(byte[] buffer)
    {
        try
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            return received.MessageType == WebSocketMessageType.Close ? null : received.Count;
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            return null;
        }
    }
}
