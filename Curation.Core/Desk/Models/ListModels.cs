using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Recommending;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Models;

/// <summary>A model on file as screens show it.</summary>
public sealed record ModelRow(int Id, string Hash, DateTimeOffset TrainedAt, bool Active, ModelCard Card);

/// <summary>Reads the models on file.</summary>
public sealed class ListModels(Store store)
{
    /// <summary>All models, the newest first.</summary>
    public async Task<IReadOnlyList<ModelRow>> All(CancellationToken cancel = default)
    {
        var rows = await store.Read(db => db.Models.OrderByDescending(model => model.TrainedAt).ThenByDescending(model => model.Id).ToListAsync(cancel), cancel);
        return rows.ConvertAll(row => new ModelRow(row.Id, row.Hash, row.TrainedAt, row.Active, CardOf(row.Card)!));
    }

    internal static ModelCard? CardOf(string? json) => json is null ? null : JsonSerializer.Deserialize<ModelCard>(json) ?? throw new JsonException("A model without a card.");
}
