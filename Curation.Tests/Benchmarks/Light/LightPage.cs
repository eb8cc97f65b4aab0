using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Curation.Tests.Fixtures;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Curation.Tests.Benchmarks.Light;

/// <summary>An open editor page without a browser: it starts a circuit, answers its scripts, acknowledges what is drawn and clicks rows. So fifty of them leave the processors to the server.</summary>
public sealed partial class LightPage : IAsyncDisposable
{
    private const float Height = 560;

    private const int JsValue = 0;
    private const int JsObject = 1;

    private readonly HubSocket hub;
    private readonly Dictionary<int, ulong> rows = [];
    private readonly Lock guard = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task listening = Task.CompletedTask;
    private TaskCompletionSource? chosen;
    private bool calm;
    private long answered;
    private long renderer;
    private int events;
    private int objects;

    private LightPage(HubSocket hub) => this.hub = hub;

    /// <summary>Bytes of render batches so far.</summary>
    public long Drawn { get; private set; }

    public int Batches { get; private set; }

    public int Candidates { get; private set; }

    /// <summary>The tracks of the rows that are drawn.</summary>
    public IReadOnlyList<int> Rows
    {
        get
        {
            lock (guard) return [.. rows.Keys];
        }
    }

    /// <summary>Signs in, and opens a page whose pool has rows.</summary>
    public static async Task<LightPage> Open(WorkbenchServer server, string email, string path)
    {
        var cookies = new CookieContainer();
        using var client = await server.SignedIn(email, cookies);
        var html = await client.GetStringAsync(path);
        var page = new LightPage(await HubSocket.Open(server.Address, cookies));
        page.listening = page.Listen();
        await page.hub.Send(new InvocationMessage("0", "StartCircuit", [server.Address.ToString(), new Uri(server.Address, path).ToString(), "[]", ""]));
        var operations = Marker().Matches(html).Select((marker, i) => FormattableString.Invariant($$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker.Groups[1].Value}}}"""));
        await page.hub.Call("UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", State().Match(html).Groups[1].Value);
        await page.ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return page;
    }

    /// <summary>Clicks a row; returns when the server's answer to it is here, with the milliseconds that it took.</summary>
    public async Task<double> Click(int track)
    {
        ulong handler;
        lock (guard)
        {
            handler = rows[track];
            chosen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var start = Stopwatch.GetTimestamp();
        await Invoke(renderer, "DispatchEventAsync", $$"""[{"eventHandlerId":{{handler}},"eventName":"click","eventFieldInfo":null},{"type":"click","detail":1,"button":0}]""");
        await chosen.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return Stopwatch.GetElapsedTime(start, answered).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await listening;
    }

    private async Task Listen()
    {
        await foreach (var message in hub.Messages())
        {
            var now = Stopwatch.GetTimestamp();
            if (message is PingMessage) await hub.Send(PingMessage.Instance);
            else if (message is CompletionMessage { Error: { } refused }) Fail(refused);
            else if (message is CloseMessage close) Fail(close.Error ?? "The server closed the page.");
            else if (message is InvocationBindingFailureMessage unread) Fail($"{unread.Target}: {unread.BindingFailure.SourceException.Message}");
            else if (message is InvocationMessage { Target: "JS.Error" } error) Fail((string)error.Arguments[0]!);
            else if (message is InvocationMessage { Target: "JS.RenderBatch" } drawn) await Draw((long)drawn.Arguments[0]!, (byte[])drawn.Arguments[1]!, now);
            else if (message is InvocationMessage { Target: "JS.BeginInvokeJS" } script) await Answer(script.Arguments);
            else if (message is InvocationMessage { Target: "JS.EndInvokeDotNet", Arguments: [_, false, string why] }) Fail(why);
        }
    }

    private void Fail(string why)
    {
        var failed = new InvalidOperationException(why);
        ready.TrySetException(failed);
        chosen?.TrySetException(failed);
    }

    private async Task Draw(long number, byte[] data, long now)
    {
        var batch = new DrawnBatch(data);
        (Batches, Drawn) = (Batches + 1, Drawn + data.Length);
        lock (guard)
        {
            foreach (var (track, click) in batch.Rows()) rows[track] = click;
            Candidates += batch.Elements("li", "data-candidate");
        }

        calm |= batch.Sets("aria-busy", "false");
        if (calm && rows.Count > 0) ready.TrySetResult();
        if (chosen is { Task.IsCompleted: false } && batch.Sets("aria-selected", "true"))
        {
            answered = now;
            chosen.TrySetResult();
        }

        await hub.Call("OnRenderCompleted", number, null);
    }

    /// <summary>Answers a script with nothing, but for those whose answer the page builds on.</summary>
    private async Task Answer(object?[] call)
    {
        var (task, name, arguments, kind) = ((long)call[0]!, (string)call[1]!, (string)call[2]!, (int)call[3]!);
        if (name == "Blazor._internal.attachWebRendererInterop") renderer = Reference(arguments);
        if (task != 0)
        {
            var value = kind == JsObject ? FormattableString.Invariant($$"""{"__jsObjectId":{{++objects}}}""") : name switch
            {
                "curationTheme.get" => "\"dark\"",
                "attach" when kind == JsValue => """{"volume":0.8,"seconds":8}""",
                _ => "null",
            };
            await hub.Call("EndInvokeJSFromDotNet", task, true, FormattableString.Invariant($"[{task},true,{value}]"));
        }

        // What the browser says when it has laid the table out: so high is what is seen of it.
        if (name == "Blazor._internal.Virtualize.init") await Invoke(Reference(arguments), "OnSpacerBeforeVisible", FormattableString.Invariant($"[0,0,{Height}]"));
    }

    private Task Invoke(long target, string method, string arguments) =>
        hub.Call("BeginInvokeDotNetFromJS", Interlocked.Increment(ref events).ToString(CultureInfo.InvariantCulture), null, method, target, arguments);

    private static long Reference(string arguments) => long.Parse(DotNetObject().Match(arguments).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<!--Blazor:(\{.*?\})-->""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("""<!--Blazor-Server-Component-State:(.*?)-->""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex State();

    [GeneratedRegex("""__dotNetObject":(\d+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DotNetObject();
}
