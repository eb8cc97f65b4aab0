using System.Globalization;
using System.Text;

namespace Curation.Core.Auditing.Research;

/// <summary>Writes what somebody has to know before they use a bundle, in the sections of "Datasheets for Datasets" (Gebru et al. 2018), from what is in the bundle.</summary>
public static class Datasheet
{
    /// <summary>The sheet as Markdown.</summary>
    public static string Write(BundleConfiguration configuration, Aggregates aggregates)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(aggregates);
        var text = new StringBuilder();
        void Say(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Say($"# Data sheet: {configuration.Title}, edition {configuration.Edition}\n");
        Say($"## Motivation\n\nThe counts say who is shown to whom in a published playlist, so that its effect on creators and listeners can be studied outside the house.\n");
        Say($"## Composition\n\nLists of {configuration.Lists:N0} listeners, published on {configuration.PublishedOn:d MMMM yyyy}. {aggregates.Tables.Length} tables:\n");
        foreach (var table in aggregates.Tables) Say($"- {table.Rows} by {table.Columns}: {table.RowGroups.Length} x {table.ColumnGroups.Length} cells of {table.Unit}, {table.Total:N0} in all, {table.Suppressed} hidden");
        Say($"\nNothing in it is about a single listener: there are no ids, no lists and no times. There are no titles but that of the published edition.\n");
        Say($"## Collection\n\nLists were made by the recipe and the model that configuration.json names. Groups of artists and tracks are those of the house's assessments: they come from stated sources and are never inferred from names, a band has no gender of its own and counts as \"unknown\", which is a group like the others. Every place counts once: a track counts for the group of its artists where they are all of one, and for \"several\" where they are not.\n");
        Say($"## Preprocessing\n\nGroups with fewer than {aggregates.Minimum} listeners were merged into \"{CountTable.Other}\". Cells behind which fewer than {aggregates.Minimum} listeners stand are hidden (null), and as many others that, from all totals and shown cells of a table together, a hidden cell can be told no closer than an interval {aggregates.Minimum} wide. A table for which that cannot be had is left out.\n");
        Say($"## Uses\n\nFit for comparing shares of exposure between groups and against the catalogue. Not fit for statements about single artists or listeners, about what people like, or about groups that were merged. Two bundles about neighbouring editions, held side by side, can tell more than each alone; who has both ought to say so.\n");
        Say($"## Distribution\n\nEach bundle is made for a recipient, a purpose and a period, which the house keeps in a register with the hash of the file.\n");
        Say($"## Checking it\n\nmanifest.json holds the SHA-256 of every file. metrics.json follows from aggregates.json alone: a share is a row's total over the table's total, or a cell over its column's total; catalogue-share is a group's tracks over all tracks; amplification is the binary logarithm of share over catalogue-share.");
        return text.ToString();
    }
}
