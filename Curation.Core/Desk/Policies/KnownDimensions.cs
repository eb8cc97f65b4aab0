using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Policies;

/// <summary>Refuses rules that speak of what nobody measures: such a line would watch nothing and look as if it passed.</summary>
internal static class KnownDimensions
{
    private static readonly string[] NotOfCreators = ["", MeasureKey.Any, Measures.Artists, Measures.Tracks, Measures.Before, Measures.After, .. ListenerDimensions.Names];

    public static async Task Must(CurationDb db, PolicyRules rules, CancellationToken cancel)
    {
        var attributes = await db.Attributes.Select(attribute => attribute.Name).ToListAsync(cancel);
        var creators = BuiltInDimensions.Names.Where(name => !attributes.Contains(name, StringComparer.OrdinalIgnoreCase)).Concat(attributes).ToList();
        MustBeKnown(rules, [.. creators, .. NotOfCreators]);
        if (rules.Crossed.SelectMany(pair => (string[])[pair.One, pair.Other]).FirstOrDefault(name => !creators.Contains(name)) is { } strange)
            throw new RefusedException($"\"{strange}\" tells neither artists nor tracks apart, so nothing can be crossed with it. The policy was not saved; cross two of {Listed(creators)}.");
        var figures = new MeasurableFigures(creators, rules.Crossed, attributes);
        if (rules.Thresholds.FirstOrDefault(line => !figures.Has(line.Key)) is { } idle)
            throw new RefusedException($"The line {idle.Key} would watch nothing, for {figures.Because(idle.Key)}. The policy was not saved.");
    }

    private static void MustBeKnown(PolicyRules rules, IReadOnlyCollection<string> known)
    {
        var named = rules.Thresholds.SelectMany(line => line.Key.Dimension.Split(Dimension.Cross)).Concat(rules.Crossed.SelectMany(pair => (string[])[pair.One, pair.Other]));
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown) throw new RefusedException($"Nothing is told apart by \"{unknown}\". The policy was not saved; choose one of {Listed(known)}.");
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Where(name => name.Length > 1).Order(StringComparer.Ordinal));
}
