using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Blending.Sequencing;

/// <summary>Finds balances of stated genders that the tracks cannot keep, whatever their order.</summary>
internal static class GenderObstacles
{
    public static IEnumerable<Obstacle> Of(SequencePlan plan, Frame frame)
    {
        if (plan.Flow.Gender is not { } rule || plan.Tracks.Count < rule.Window) yield break;
        foreach (var gender in (Gender[])[Gender.Female, Gender.Male, Gender.NonBinary])
        {
            if (rule.MostOfOne is not { } most || Highest(frame, rule.Window, most, track => plan.Tracks[track].Genders.Contains(gender)) is not { } holds) continue;
            var many = plan.Tracks.Count(track => track.Genders.Contains(gender));
            yield return new Obstacle(OrderRule.GenderMost, rule.Hard,
                $"{many} of {plan.Tracks.Count} tracks are by {Words(gender)}: some {rule.Window} positions in a row will hold {holds} of them, not {most}. At most {holds} would hold.",
                plan.Flow with { Gender = rule with { MostOfOne = holds < rule.Window ? holds : null } }, $"Allow {holds}");
        }

        if (rule.LeastWomenAndNonBinary is not { } least || Highest(frame, rule.Window, rule.Window - least, track => !Counts(plan.Tracks[track])) is not { } others) yield break;
        var stated = plan.Tracks.Count(Counts);
        var reach = rule.Window - others;
        yield return new Obstacle(OrderRule.GenderLeast, rule.Hard,
            $"{stated} of {plan.Tracks.Count} tracks are by women or non-binary artists, so some {rule.Window} positions in a row will hold {(reach == 0 ? "none" : $"only {reach}")}, not {least}. {(reach == 0 ? "Only no such rule would hold." : $"At least {reach} would hold.")}",
            plan.Flow with { Gender = rule with { LeastWomenAndNonBinary = reach > 0 ? reach : null } }, reach > 0 ? $"Ask for {reach}" : "Turn it off");
    }

    /// <summary>The least number in a window that all tracks of a kind can keep to; null where the one asked holds.</summary>
    private static int? Highest(Frame frame, int window, int most, Func<int, bool> ofKind)
    {
        var many = Enumerable.Range(0, frame.Count).Count(ofKind);
        var room = new Room(frame);
        if (room.For(ofKind, window, most) >= many) return null;
        for (most++; most < window && room.For(ofKind, window, most) < many; most++)
        {
            // Until it holds.
        }

        return most;
    }

    private static bool Counts(SequenceTrack track) => track.Genders.Contains(Gender.Female) || track.Genders.Contains(Gender.NonBinary);

    private static string Words(Gender gender) => gender switch { Gender.Female => "women", Gender.Male => "men", _ => "non-binary artists" };
}
