using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.History;

/// <summary>What became of an entry between two states.</summary>
public enum Fate
{
    Same,
    Added,
    Removed,
    Moved,

    /// <summary>In its place, but with another note, pin or other value.</summary>
    Written,
}

/// <summary>A row of one side: an entry, or, without a track, a run of entries that nothing happened to.</summary>
public sealed record SideRow(TrackId? Track, int Place, Fate Fate, int Left = 0);

/// <summary>The two orders side by side, with what is the same folded away.</summary>
/// <param name="Before">Rows of the earlier state.</param>
/// <param name="After">Rows of the later state.</param>
/// <param name="Lines">From which row to which row a moved or written entry goes, from 0.</param>
public sealed record SideRows(IReadOnlyList<SideRow> Before, IReadOnlyList<SideRow> After, IReadOnlyList<(int From, int To, Fate Fate)> Lines)
{
    private const int Fold = 4;

    public static SideRows Of(Draft before, Draft after, DraftDiff diff)
    {
        var moved = diff.Moved.Select(move => move.Track).ToHashSet();
        var written = DraftFields.Between(before, after).Where(field => field.Track is not null).Select(field => field.Track!.Value).ToHashSet();
        var (gone, come) = (diff.Removed.ToHashSet(), diff.Added.ToHashSet());
        Fate FateOf(TrackId track) => gone.Contains(track) ? Fate.Removed : come.Contains(track) ? Fate.Added : moved.Contains(track) ? Fate.Moved : written.Contains(track) ? Fate.Written : Fate.Same;
        var (left, right) = (Folded(before, FateOf), Folded(after, FateOf));
        var to = right.Index().Where(row => row.Item.Track is not null).ToDictionary(row => row.Item.Track!.Value, row => row.Index);
        var lines = from row in left.Index()
                    where row.Item is { Track: not null, Fate: Fate.Moved or Fate.Written } && to.ContainsKey(row.Item.Track.Value)
                    select (row.Index, to[row.Item.Track!.Value], row.Item.Fate);
        return new SideRows(left, right, [.. lines]);
    }

    private static List<SideRow> Folded(Draft draft, Func<TrackId, Fate> fate)
    {
        var rows = new List<SideRow>();
        var run = new List<SideRow>();
        foreach (var (place, entry) in draft.Pool.Index())
        {
            var row = new SideRow(entry.Track, place + 1, fate(entry.Track));
            if (row.Fate == Fate.Same)
            {
                run.Add(row);
                continue;
            }

            Close(rows, run);
            rows.Add(row);
        }

        Close(rows, run);
        return rows;
    }

    private static void Close(List<SideRow> rows, List<SideRow> run)
    {
        if (run.Count < Fold) rows.AddRange(run);
        else rows.AddRange([run[0], new SideRow(null, run[1].Place, Fate.Same, run.Count - 2), run[^1]]);
        run.Clear();
    }
}
