using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>What a snapshot is measured with: its ground, and a meter for each position weight.</summary>
/// <param name="Ground">Catalogue, dimensions, plays and directions.</param>
/// <param name="All">The meters, the default weight's first.</param>
/// <param name="Live">A meter of the default weight with coarser intervals, for a draft that is being edited.</param>
internal sealed record Meters(MeasuringGround Ground, IReadOnlyList<EffectMeter> All, EffectMeter Live);

/// <summary>Holds what is measured with for the whole process: made for a snapshot, a day and what admins tell artists and tracks apart by, and again for others.</summary>
public sealed class CurrentMeter(Store store, ListAttributes attributes) : IDisposable
{
    private const int LiveResamples = 100;

    private readonly SemaphoreSlim one = new(1, 1);
    private (ModelSnapshot Of, DateOnly Day, string Attributes, Meters Meters)? held;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    /// <summary>The meters of a snapshot.</summary>
    internal async Task<Meters> Get(ModelSnapshot snapshot, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var day = DateOnly.FromDateTime(store.Now.UtcDateTime);
            var stamp = await store.Read(db => ListAttributes.Stamp(db, cancel), cancel);
            if (held is { } known && known.Of == snapshot && known.Day == day && known.Attributes == stamp) return known.Meters;
            var tables = await attributes.Tables(cancel);
            var meters = await Task.Run(() => Make(snapshot, day, stamp, tables), cancel);
            held = (snapshot, day, stamp, meters);
            return meters;
        }
        finally
        {
            one.Release();
        }
    }

    private static Meters Make(ModelSnapshot snapshot, DateOnly day, string stamp, IReadOnlyList<AttributeTable> attributes)
    {
        var rows = snapshot.Dimensions.Rows;
        var dimensions = snapshot.Dimensions.On(day, stamp, attributes);
        var vectors = snapshot.Model?.Factorisation is { } engine ? new TrackVectors(rows, engine.Tracks, engine.Vectors) : null;
        var ground = new MeasuringGround(rows, dimensions, snapshot.Ground.PlaysOf, vectors);
        return new Meters(ground, [.. PositionWeight.All.Select(weight => new EffectMeter(ground, new MeasuringOptions { Weight = weight }))], new EffectMeter(ground, new MeasuringOptions { Resamples = LiveResamples }));
    }
}
