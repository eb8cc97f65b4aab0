using Curation.Core.Desk.Suggestions;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;

namespace Curation.Web.Playlists.Candidates;

/// <summary>The candidates of one section, with the place of the first among all that are shown.</summary>
/// <param name="Section">The section.</param>
/// <param name="First">Place of its first, from 0.</param>
/// <param name="Items">Its candidates, best first.</param>
public sealed record SectionPart(CandidateSection Section, int First, IReadOnlyList<Candidate> Items)
{
    /// <summary>The sections of these candidates, in the order of the pane; empty ones are left out.</summary>
    public static IReadOnlyList<SectionPart> Of(IReadOnlyList<Candidate> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var parts = new List<SectionPart>();
        var first = 0;
        foreach (var section in items.GroupBy(item => item.Section).OrderBy(section => section.Key))
        {
            parts.Add(new SectionPart(section.Key, first, [.. section.OrderByDescending(item => item.Score)]));
            first += parts[^1].Items.Count;
        }

        return parts;
    }

    /// <summary>What a section is called.</summary>
    public static string NameOf(CandidateSection section) => section switch
    {
        CandidateSection.Core => "Core",
        CandidateSection.Bridge => "Bridges to other genres",
        CandidateSection.NewVoice => "New voices",
        _ => "Long tail",
    };

    /// <summary>Its share in percent.</summary>
    public static int ShareOf(CandidateSection section, CandidateShares shares) => section switch
    {
        CandidateSection.Core => shares.Core,
        CandidateSection.Bridge => shares.Bridges,
        CandidateSection.NewVoice => shares.NewVoices,
        _ => shares.LongTail,
    };

    /// <summary>The shares with one section set and the others scaled to what is left, in whole percents that add up to 100.</summary>
    public static CandidateShares With(CandidateSection section, int percent, CandidateShares shares)
    {
        var all = Enum.GetValues<CandidateSection>();
        var others = all.Where(other => other != section).ToList();
        int left = 100 - percent, before = others.Sum(other => ShareOf(other, shares));
        var scaled = others.ConvertAll(other => before > 0 ? (int)Math.Floor((double)left * ShareOf(other, shares) / before) : left / others.Count);
        scaled[scaled.IndexOf(scaled.Max())] += left - scaled.Sum();
        var set = others.Zip(scaled, (other, share) => (Section: other, Share: share)).Append((Section: section, Share: percent)).ToDictionary(pair => pair.Section, pair => pair.Share);
        return new CandidateShares { Core = set[CandidateSection.Core], Bridges = set[CandidateSection.Bridge], NewVoices = set[CandidateSection.NewVoice], LongTail = set[CandidateSection.LongTail] };
    }
}
