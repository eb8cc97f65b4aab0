using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Finds the windows of positions that break the balance of stated genders; windows that overlap are one breach.</summary>
internal static class GenderBreaches
{
    private static readonly Gender[] Stated = [Gender.Female, Gender.Male, Gender.NonBinary];

    public static IEnumerable<Breach> Of(IReadOnlyList<SequenceTrack?> tracks, GenderBalance? rule)
    {
        if (rule is null) return [];
        var breaches = new List<Breach>();
        if (rule.MostOfOne is { } most)
        {
            foreach (var gender in Stated)
                breaches.AddRange(Windows(tracks, rule, OrderRule.GenderMost, most, count => count - most, track => track.Genders.Contains(gender), (int)gender));
        }

        if (rule.LeastWomenAndNonBinary is { } least)
            breaches.AddRange(Windows(tracks, rule, OrderRule.GenderLeast, least, count => least - count, track => track.Genders.Contains(Gender.Female) || track.Genders.Contains(Gender.NonBinary), 0));
        return breaches;
    }

    private static IEnumerable<Breach> Windows(IReadOnlyList<SequenceTrack?> tracks, GenderBalance rule, OrderRule kind, int asked, Func<int, int> excess, Func<SequenceTrack, bool> counts, int key)
    {
        Breach? open = null;
        var count = 0;
        for (var place = 0; place < tracks.Count; place++)
        {
            count += Counts(place);
            if (place >= rule.Window) count -= Counts(place - rule.Window);
            if (place < rule.Window - 1 || excess(count) <= 0) continue;
            if (open is { } there && there.To == place)
            {
                open = there with { To = place + 1, Got = excess((int)there.Got) >= excess(count) ? there.Got : count };
                continue;
            }

            if (open is { } done) yield return done;
            open = new Breach(kind, rule.Hard, place - rule.Window + 2, place + 1, count, asked, key);
        }

        if (open is { } last) yield return last;

        int Counts(int place) => tracks[place] is { } track && counts(track) ? 1 : 0;
    }
}
