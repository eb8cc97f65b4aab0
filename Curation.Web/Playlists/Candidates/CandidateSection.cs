using Curation.Core.Desk.Suggestions;

namespace Curation.Web.Playlists.Candidates;

/// <summary>Candidates of about the same strength, with the place of the first among all.</summary>
public sealed record CandidateSection(string Name, int First, IReadOnlyList<Candidate> Items)
{
    /// <summary>Sections of a list that comes best first: at least 70 % of the best score, at least 40 %, and the rest.</summary>
    public static IReadOnlyList<CandidateSection> Of(IReadOnlyList<Candidate> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var best = items.Count == 0 ? 0 : items[0].Score;
        var sections = new List<CandidateSection>();
        foreach (var section in items.Index().GroupBy(item => NameOf(item.Item.Score, best)))
        {
            sections.Add(new CandidateSection(section.Key, section.First().Index, [.. section.Select(item => item.Item)]));
        }

        return sections;
    }

    private static string NameOf(decimal score, decimal best) => score >= best * 0.7m ? "Core" : score >= best * 0.4m ? "Near" : "Further out";
}
