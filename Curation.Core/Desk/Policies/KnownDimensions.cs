using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>Refuses rules that speak of a dimension that nobody measures: such a line would watch nothing and look as if it passed.</summary>
internal static class KnownDimensions
{
    private static readonly string[] Always = ["", MeasureKey.Any, Measures.Artists, Measures.Tracks, Measures.Before, Measures.After, .. BuiltInDimensions.Names, .. ListenerDimensions.Names];

    public static async Task Must(CurationDb db, PolicyRules rules, CancellationToken cancel)
    {
        var known = Always.Concat(await db.Attributes.Select(attribute => attribute.Name).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var named = rules.Thresholds.SelectMany(line => line.Key.Dimension.Split(Dimension.Cross)).Concat(rules.Crossed.SelectMany(pair => (string[])[pair.One, pair.Other]));
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new RefusedException($"Nothing is told apart by \"{unknown}\". The policy was not saved; choose one of {string.Join(", ", known.Where(name => name.Length > 1).Order(StringComparer.Ordinal))}.");
    }
}
