using System.Globalization;

namespace Curation.Core.Playlists;

/// <summary>Says which parts of what is asked of an order are different, as an editor reads them.</summary>
internal static class FlowDiff
{
    public static IEnumerable<ValueChange> Between(Flow? before, Flow? after)
    {
        if (before == after) return [];
        return Values(before ?? new Flow()).Zip(Values(after ?? new Flow()), (one, other) => (one.What, Change: new ValueChange(one.What, one.Words, other.Words), Same: Equals(one.Value, other.Value)))
            .Where(pair => !pair.Same).Select(pair => pair.Change);
    }

    private static IEnumerable<(string What, object? Value, string Words)> Values(Flow flow) =>
    [
        ("artist", flow.Artist, Say(flow.Artist)),
        ("album", flow.Album, Say(flow.Album)),
        ("genre", flow.Genre, Say(flow.Genre)),
        ("gender balance", flow.Gender, Say(flow.Gender)),
        ("same key", flow.KeyRun, flow.KeyRun is { } run ? $"at most {Say(run.Most)} in a row, {Strength(run.Hard)}" : "off"),
        ("tempo jump", flow.TempoJump, flow.TempoJump is { } jump ? $"at most {Say(jump.Percent)} %, {Strength(jump.Hard)}" : "off"),
        ("half and double tempo", flow.HalfAndDouble, flow.HalfAndDouble ? "count as the same" : "are tempo jumps"),
        ("energy curve", flow.Curve, flow.Curve is { } curve ? Say(curve) : "off"),
        ("clock", flow.Clock, flow.Clock is { } clock ? $"{clock.Name}, {Say(clock.Slots.Length)} positions, {Strength(clock.Hard)}" : "off"),
        ("seed of the order", flow.Seed, Say(flow.Seed)),
    ];

    private static string Say(Separation? rule) => rule is null ? "off" : $"{Say(rule.Distance)} apart, {Strength(rule.Hard)}";

    private static string Say(GenderBalance? rule) => rule is null ? "off" :
        string.Join(", ", new[] { rule.MostOfOne is { } most ? $"at most {Say(most)} of one" : null, rule.LeastWomenAndNonBinary is { } least ? $"at least {Say(least)} women or non-binary" : null, $"in {Say(rule.Window)} positions", Strength(rule.Hard) }.OfType<string>());

    private static string Say(TargetCurve curve) => curve.Shape == CurveShape.Drawn
        ? $"drawn through {string.Join(", ", curve.Points.Select(point => Say(point.Energy)))}"
        : $"{curve.Shape.ToString().ToLowerInvariant()} from {Say(curve.From)} to {Say(curve.To)}";

    private static string Say(IFormattable number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Strength(bool hard) => hard ? "hard" : "soft";
}
