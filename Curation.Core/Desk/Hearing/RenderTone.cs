using Curation.Core.Presenting;

namespace Curation.Core.Desk.Hearing;

/// <summary>Renders tones one at a time and keeps the latest, about 2 MB each.</summary>
public sealed class RenderTone : IDisposable
{
    private const int Kept = 12;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly LinkedList<(string Name, byte[] Bytes)> latest = new();

    /// <summary>The tone of a plan as a WAV file.</summary>
    public async Task<byte[]> Run(TonePlan plan, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await one.WaitAsync(cancel);
        try
        {
            var name = plan.Name;
            for (var node = latest.First; node is not null; node = node.Next)
            {
                if (node.Value.Name != name) continue;
                latest.Remove(node);
                latest.AddFirst(node);
                return node.Value.Bytes;
            }

            var bytes = await Task.Run(() => ToneSketch.Render(plan), cancel);
            latest.AddFirst((name, bytes));
            if (latest.Count > Kept) latest.RemoveLast();
            return bytes;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
