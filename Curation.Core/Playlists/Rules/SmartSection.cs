using Curation.Core.Catalog;
using Curation.Core.Catalog.Columns;

namespace Curation.Core.Playlists.Rules;

/// <summary>A rule that stays attached to a draft and keeps a part of its pool.</summary>
/// <param name="Id">Counts from 1 within the draft; never given twice while the section is there.</param>
/// <param name="Name">What the editor calls it.</param>
/// <param name="Rule">Which tracks belong.</param>
/// <param name="Limit">The most entries that it keeps.</param>
/// <param name="Order">Which tracks come first where more fit.</param>
/// <param name="Seed">The seed of a random order.</param>
public sealed record SmartSection(int Id, string Name, Rule Rule, int Limit, RuleOrder Order, int Seed = 0)
{
    /// <summary>Most sections of a draft.</summary>
    public const int Most = 12;

    /// <summary>Largest limit.</summary>
    public const int LargestLimit = 500;

    /// <summary>The section without the parts of its rule that say nothing, where it can be saved.</summary>
    /// <exception cref="RefusedException">It cannot; nothing was saved.</exception>
    public SmartSection Checked()
    {
        var stated = Rule.Stated() ?? throw new RefusedException("A rule without a condition fits every track; nothing was saved. Choose a value for at least one condition.");
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 80) throw new RefusedException("A smart section has a name of 1 to 80 characters; nothing was saved.");
        if (Limit is < 1 or > LargestLimit) throw new RefusedException($"A smart section keeps 1 to {LargestLimit} tracks; nothing was saved.");
        return this with { Name = Name.Trim(), Rule = stated.Checked() };
    }
}

/// <summary>What bringing a smart section up to date would change.</summary>
/// <param name="Added">Tracks that would come, in the section's order.</param>
/// <param name="Removed">Entries that would go.</param>
/// <param name="Kept">Entries that no longer belong but stay, because they are pinned or have a note.</param>
public sealed record SectionChange(IReadOnlyList<TrackId> Added, IReadOnlyList<TrackId> Removed, IReadOnlyList<TrackId> Kept)
{
    /// <summary>Whether nothing would change.</summary>
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0;

    /// <summary>What would change in a draft. Entries that other hands put into the pool are never touched; those that stay count towards the limit, and the best fit never drops an entry that still belongs.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="section">The section, attached or about to be.</param>
    /// <param name="ground">What its rule is held against.</param>
    /// <param name="fit">How well a row fits the playlist.</param>
    public static SectionChange For(Draft draft, SmartSection section, RuleGround ground, Func<int, double>? fit = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(ground);
        var columns = ground.Columns;
        var rows = ground.RowsOf(section.Rule);
        var mine = draft.Pool.Where(entry => entry.Section == section.Id).ToList();
        var held = draft.Pool.Where(entry => entry.Section != section.Id).Select(entry => columns.RowOf(entry.Track)).ToHashSet();
        var free = Free(rows, held);
        var safe = mine.Where(entry => entry.IsSafe).Select(entry => entry.Track).ToHashSet();
        var sticky = section.Order == RuleOrder.BestFit;
        var staying = mine.Where(entry => safe.Contains(entry.Track) || (sticky && Fits(entry.Track))).OrderByDescending(entry => entry.IsSafe).Select(entry => entry.Track).Take(Math.Max(section.Limit, safe.Count)).ToHashSet();
        var ranked = RuleOrders.First(columns, free, section.Order, section.Limit + staying.Count, section.Seed, fit);
        var wanted = ranked.Where(track => !staying.Contains(track)).Take(section.Limit - staying.Count).ToList();
        var after = wanted.Concat(staying).ToHashSet();
        return new SectionChange(
            [.. wanted.Where(track => !draft.Holds(track))],
            [.. mine.Where(entry => !after.Contains(entry.Track)).Select(entry => entry.Track)],
            [.. mine.Where(entry => entry.IsSafe && !Fits(entry.Track)).Select(entry => entry.Track)]);

        bool Fits(TrackId track) => columns.RowOf(track) is >= 0 and var row && rows[row];
    }

    private static RowSet Free(RowSet rows, HashSet<int> held) => RowSet.Where(rows.Rows, row => rows[row] && !held.Contains(row));
}
