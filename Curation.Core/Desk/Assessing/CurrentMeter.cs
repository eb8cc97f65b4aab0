using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Attributes;
using Curation.Core.Desk.Models;
using Curation.Core.Recommending;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>What a snapshot is measured with: its ground, and a meter for each position weight.</summary>
/// <param name="Ground">Catalogue, dimensions, plays and directions.</param>
/// <param name="All">The meters, the default weight's first.</param>
/// <param name="Live">A meter of the default weight with coarser intervals, for a draft that is being edited.</param>
internal sealed record Meters(MeasuringGround Ground, IReadOnlyList<EffectMeter> All, EffectMeter Live);

/// <summary>Holds what is measured with for the whole process: made for a snapshot, a day, what admins tell artists and tracks apart by and the rules in force, and again for others.</summary>
public sealed class CurrentMeter(Store store, ListAttributes attributes) : IDisposable
{
    private const int LiveResamples = 100;

    private readonly SemaphoreSlim one = new(1, 1);
    private (ModelSnapshot Of, DateOnly Day, string Attributes, int Rules, Meters Meters)? held;

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    /// <summary>The meters of a snapshot.</summary>
    internal async Task<Meters> Get(ModelSnapshot snapshot, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var day = DateOnly.FromDateTime(store.Now.UtcDateTime);
            var (stamp, number, rules) = await store.Read(Configured, cancel);
            if (held is { } known && known.Of == snapshot && known.Day == day && known.Attributes == stamp && known.Rules == number) return known.Meters;
            var tables = await attributes.Tables(cancel);
            var meters = await Task.Run(() => Make(snapshot, day, stamp, tables, rules), cancel);
            held = (snapshot, day, stamp, number, meters);
            return meters;
        }
        finally
        {
            one.Release();
        }

        async Task<(string Stamp, int Number, PolicyRules Rules)> Configured(CurationDb db)
        {
            var (number, rules) = await RuleBook.InForce(db, cancel);
            return (await ListAttributes.Stamp(db, cancel), number, rules);
        }
    }

    private static Meters Make(ModelSnapshot snapshot, DateOnly day, string stamp, IReadOnlyList<AttributeTable> attributes, PolicyRules rules)
    {
        var rows = snapshot.Dimensions.Rows;
        var dimensions = snapshot.Dimensions.On(day, stamp, attributes);
        var vectors = snapshot.Model?.Factorisation is { } engine ? new TrackVectors(rows, engine.Tracks, engine.Vectors) : null;
        var ground = new MeasuringGround(rows, dimensions, snapshot.Ground.PlaysOf, vectors);
        var options = new MeasuringOptions { Crossed = [.. rules.Crossed.Select(pair => (pair.One, pair.Other))], Watched = [.. rules.Thresholds.Select(line => line.Key)] };
        return new Meters(ground, [.. PositionWeight.All.Select(weight => new EffectMeter(ground, options with { Weight = weight }))], new EffectMeter(ground, options with { Resamples = LiveResamples }));
    }
}
