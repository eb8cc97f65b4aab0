using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Recommending;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>A model on file as screens show it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="TrainedAt">When training ended.</param>
/// <param name="Active">Whether it is in use.</param>
/// <param name="Card">Its card.</param>
/// <param name="RefusedBecause">Why it was not taken into use after training; null where it was.</param>
/// <param name="OverriddenBecause">The reason for taking it into use all the same; null where nobody did.</param>
public sealed record ModelRow(int Id, string Hash, DateTimeOffset TrainedAt, bool Active, ModelCard Card, string? RefusedBecause = null, string? OverriddenBecause = null)
{
    /// <summary>Whether it waits for a person who takes it into use with a reason.</summary>
    public bool IsRefused => RefusedBecause is not null && OverriddenBecause is null;
}

/// <summary>Reads the models on file.</summary>
public sealed class ListModels(Store store)
{
    /// <summary>All models, the newest first.</summary>
    public async Task<IReadOnlyList<ModelRow>> All(CancellationToken cancel = default)
    {
        var rows = await store.Read(db => db.Models.OrderByDescending(model => model.TrainedAt).ThenByDescending(model => model.Id).ToListAsync(cancel), cancel);
        return rows.ConvertAll(row => new ModelRow(row.Id, row.Hash, row.TrainedAt, row.Active, CardOf(row.Card)!, row.RefusedBecause, row.OverriddenBecause));
    }

    internal static ModelCard? CardOf(string? json) => json is null ? null : JsonSerializer.Deserialize<ModelCard>(json) ?? throw new JsonException("A model without a card.");
}
