namespace Curation.Core.Matching;

/// <summary>Compares the readings of a line with the rows whose title or artist is near.</summary>
internal sealed class NameMatching(MatchIndex index)
{
    private const double Near = 0.62;
    private const int MostRows = 400;
    private readonly NameSearch titles = new(index.Titles);
    private readonly NameSearch artists = new(index.Artists);

    /// <summary>The best rows over all readings, the best first; none below what a person would call a candidate.</summary>
    public List<NameScore> Best(WantedTrack wanted)
    {
        var best = new Dictionary<int, NameScore>();
        foreach (var asked in wanted.Readings.Select(reading => new AskedNames(reading)))
        {
            foreach (var row in Rows(asked))
            {
                var score = Score(wanted, asked, index.Rows[row]);
                if (score.Confidence < Least(score)) continue;
                if (!best.TryGetValue(row, out var held) || held.Confidence < score.Confidence) best[row] = score;
            }

            if (best.Values.Any(score => score is { Title: > 0.99, Artist: > 0.99, OtherVersion: null })) break;
        }

        return [.. best.OrderByDescending(pair => pair.Value.Confidence).ThenBy(pair => pair.Key).Take(TrackMatcher.MostCandidates).Select(pair => pair.Value)];
    }

    /// <summary>A line with an artist needs both names a little; a bare title needs it nearly whole.</summary>
    private static double Least(NameScore score) => score.HasArtist ? Math.Min(score.Title, score.Artist) < 0.45 ? 2 : 0.6 : 0.58;

    private HashSet<int> Rows(AskedNames asked)
    {
        var rows = new HashSet<int>();
        Take(rows, titles.Near(asked.Core, Near, 12));
        if (asked.Title != asked.Core) Take(rows, titles.Near(asked.Title, Near, 12));
        foreach (var part in asked.Artists.Take(4))
        {
            foreach (var near in artists.Near(part, Near, 4))
            {
                foreach (var row in index.Artists.Rows(near.Name))
                {
                    if (Likely(asked.Core, index.Rows[row])) rows.Add(row);
                }
            }
        }

        return rows;
    }

    /// <summary>Of a near artist only titles with a word or a beginning in common are worth a closer look.</summary>
    private static bool Likely(string core, MatchRow row) =>
        core.Length > 0 && row.Core.Length > 0 && (core[0] == row.Core[0] || row.Core.Contains(core, StringComparison.Ordinal) || core.Contains(row.Core, StringComparison.Ordinal) || Closeness.Words(core, row.Core) >= 0.5);

    private void Take(HashSet<int> rows, List<NearName> near)
    {
        foreach (var name in near)
        {
            foreach (var row in index.Titles.Rows(name.Name))
            {
                if (rows.Count >= MostRows) return;
                rows.Add(row);
            }
        }
    }

    private static NameScore Score(WantedTrack wanted, AskedNames asked, MatchRow row)
    {
        int? apart = wanted.DurationMs is { } length && row.Facts.DurationMs is { } known ? Math.Abs(length - known) : null;
        return new NameScore(row, asked.Reading, asked.Titled(row), asked.Credited(row), apart, OtherVersion(asked.Version, row.Version));
    }

    private static string? OtherVersion(IReadOnlyList<string> wanted, IReadOnlyList<string> held)
    {
        if (wanted.SequenceEqual(held)) return null;
        var only = wanted.Except(held).FirstOrDefault();
        return only is not null ? $"the line says “{only}”, the track does not" : $"the track says “{held.Except(wanted).FirstOrDefault() ?? held[0]}”, the line does not";
    }
}
