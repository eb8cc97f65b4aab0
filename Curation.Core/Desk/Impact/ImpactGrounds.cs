using System.Security.Cryptography;
using System.Text.Json;
using Curation.Core.Auditing.Impact;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Impact;

/// <summary>Reads what is in force now: the model, and the recipes of playlists' newest revisions.</summary>
internal static class ImpactGrounds
{
    public static async Task<ImpactGround> Of(CurationDb db, PlaylistId? playlist, CancellationToken cancel)
    {
        var model = await ModelHash(db, cancel);
        return playlist is { } id ? (await Of(db, [id], cancel)).GetValueOrDefault(id, new ImpactGround("", model)) : new ImpactGround("", model);
    }

    public static async Task<IReadOnlyDictionary<PlaylistId, ImpactGround>> Of(CurationDb db, IReadOnlyList<PlaylistId> playlists, CancellationToken cancel)
    {
        var model = await ModelHash(db, cancel);
        var grounds = new Dictionary<PlaylistId, ImpactGround>(playlists.Count);
        var heads = from playlist in db.Playlists where playlists.Contains(playlist.Id) join revision in db.Revisions on playlist.Head equals revision.Id select new { playlist.Id, revision.Draft };
        await foreach (var head in heads.AsAsyncEnumerable().WithCancellation(cancel)) grounds[head.Id] = new ImpactGround(RecipeHash(head.Draft), model);
        return grounds;
    }

    public static async Task<string> ModelHash(CurationDb db, CancellationToken cancel) =>
        await db.Models.Where(model => model.Active).Select(model => model.Hash).FirstOrDefaultAsync(cancel) ?? "";

    /// <summary>SHA-256 of what the recipe is: the blend and the rules of the order, not the pool.</summary>
    private static string RecipeHash(Draft draft) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { draft.Blend, draft.Flow }, DraftJson.Options)));
}
