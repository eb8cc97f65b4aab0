using System.Globalization;
using Curation.Core.Playlists;

namespace Curation.Web.Playlists.Editing;

/// <summary>Says what is asked of an order, as one line.</summary>
internal static class FlowWords
{
    public static string Of(Flow flow)
    {
        var parts = new[]
        {
            Apart("artists", flow.Artist), Apart("albums", flow.Album), Apart("genres", flow.Genre), Balance(flow.Gender),
            flow.KeyRun is { } run ? Say($"at most {run.Most} in a row in one key{Hard(run.Hard)}") : null,
            flow.TempoJump is { } jump ? Say($"tempo jumps of at most {jump.Percent:0.#} %{Hard(jump.Hard)}") : null,
            flow.HalfAndDouble ? "half and double tempo count as the same" : null,
            flow.Curve is { } curve ? $"energy along {(curve.Shape == CurveShape.Drawn ? "a line drawn by hand" : $"the shape {curve.Shape.ToString().ToLowerInvariant()}")}" : null,
            flow.Clock is { } clock ? $"the clock “{clock.Name}”{Hard(clock.Hard)}" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }

    private static string? Apart(string what, Separation? rule) => rule is null ? null : Say($"{what} {rule.Distance} apart{Hard(rule.Hard)}");

    private static string? Balance(GenderBalance? rule)
    {
        if (rule is null) return null;
        string?[] limits = [rule.MostOfOne is { } most ? Say($"at most {most} of one gender") : null, rule.LeastWomenAndNonBinary is { } least ? Say($"at least {least} by women or non-binary artists") : null];
        return Say($"in every {rule.Window} {string.Join(" and ", limits.OfType<string>())}{Hard(rule.Hard)}");
    }

    private static string Hard(bool hard) => hard ? " (hard)" : "";

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
