using Curation.Core.Catalog;
using Curation.Core.Desk.Lists;
using Curation.Core.Matching;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Exchange;

/// <summary>The review of a matched list: which row is looked at, what was decided, and what comes of it.</summary>
public sealed class ReviewSheet
{
    private readonly IReadOnlySet<TrackId> held;
    private readonly Dictionary<TrackId, TrackFacts> facts;

    /// <summary>A review that starts with the sure rows taken and the rows that were not found kept.</summary>
    /// <param name="matched">The list beside the catalogue.</param>
    /// <param name="held">Tracks that are in the pool already.</param>
    public ReviewSheet(MatchedList matched, IReadOnlySet<TrackId> held)
    {
        ArgumentNullException.ThrowIfNull(matched);
        Matched = matched;
        this.held = held;
        facts = matched.Facts.ToDictionary();
        Rows = [.. matched.Tracks.Select((track, i) => new ReviewRow(i, track))];
        Cursor = (Rows.FirstOrDefault(row => row.Decision == RowDecision.Open) ?? Rows.FirstOrDefault(row => row.Decision == RowDecision.Keep))?.Place ?? 0;
    }

    public MatchedList Matched { get; }

    public IReadOnlyList<ReviewRow> Rows { get; }

    /// <summary>Place of the row that is looked at, from 0.</summary>
    public int Cursor { get; private set; }

    public ReviewRow? Under => Cursor < Rows.Count ? Rows[Cursor] : null;

    /// <summary>Rows of each decision.</summary>
    public int Count(RowDecision decision) => Rows.Count(row => row.Decision == decision);

    public TrackFacts? FactsOf(TrackId track) => facts.GetValueOrDefault(track);

    public void Go(int row) => Cursor = Math.Clamp(row, 0, Math.Max(0, Rows.Count - 1));

    /// <summary>Shows the next or last alternative of the row; it still has to be taken, unless the row was taken already.</summary>
    public void Turn(int by)
    {
        if (Under is { Candidates.Count: > 0 } row) row.Choose(Math.Clamp(row.Choice + by, 0, row.Candidates.Count - 1));
    }

    /// <summary>Takes an alternative by its number, from 1.</summary>
    public void Take(int number)
    {
        if (Under is not { } row || number < 1 || number > row.Candidates.Count) return;
        row.Choose(number - 1);
        row.Decision = RowDecision.Take;
    }

    /// <summary>Takes what the row shows and goes on to the next row that waits for a decision.</summary>
    public void TakeAndGoOn()
    {
        if (Under is not { Chosen: not null } row) return;
        row.Decision = RowDecision.Take;
        GoOn();
    }

    /// <summary>Leaves the row out, or back to what it was.</summary>
    public void Turn(RowDecision decision)
    {
        if (Under is { } row) row.Decision = row.Decision == decision ? row.AtFirst : decision;
    }

    /// <summary>Takes every row that is sure, whatever was decided of it.</summary>
    public void TakeSure()
    {
        foreach (var row in Rows.Where(row => row.Match.Verdict == MatchVerdict.Sure)) row.Decision = RowDecision.Take;
    }

    /// <summary>Takes a track that was looked up by hand for the row.</summary>
    public void Pick(TrackFacts track)
    {
        ArgumentNullException.ThrowIfNull(track);
        if (Under is not { } row) return;
        facts[track.Id] = track;
        row.Pick(track.Id);
        GoOn();
    }

    /// <summary>Why a row that is taken adds nothing: it is in the pool, or an earlier row means the same track. Null where it adds one.</summary>
    public string? Twice(ReviewRow row)
    {
        if (row is not { Decision: RowDecision.Take, Chosen: { } chosen }) return null;
        if (held.Contains(chosen.Track)) return "in the pool already";
        var first = Rows.First(other => other.Decision == RowDecision.Take && other.Chosen?.Track == chosen.Track);
        return first.Place < row.Place ? FormattableString.Invariant($"the same as line {first.Match.Wanted.Line}") : null;
    }

    /// <summary>What goes into the pool, in the order of the list, with pins and notes that the list has. Who added it and when are as the list says, else empty.</summary>
    public IReadOnlyList<Entry> Entries()
    {
        var taken = new HashSet<TrackId>(held);
        var entries = new List<Entry>();
        foreach (var row in Rows.Where(row => row.Decision == RowDecision.Take))
        {
            if (row.Chosen is not { } chosen || !taken.Add(chosen.Track)) continue;
            entries.Add((row.Given.Entry ?? new Entry { Track = chosen.Track, AddedBy = default, AddedAt = default }) with { Track = chosen.Track });
        }

        return entries;
    }

    /// <summary>Lines that stay wanted: those kept, and those of which nobody decided.</summary>
    public IReadOnlyList<string> Missing() => [.. Rows.Where(row => row.Decision is RowDecision.Keep or RowDecision.Open).Select(row => row.Match.Wanted.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>To the next line that waits, from the top again where none is below; to the line below where none waits.</summary>
    private void GoOn()
    {
        var open = Rows.Where(row => row.Decision == RowDecision.Open).Select(row => row.Place).ToList();
        if (open.Count == 0) Go(Cursor + 1);
        else Cursor = open.Exists(place => place > Cursor) ? open.Find(place => place > Cursor) : open[0];
    }
}
