using System.Globalization;
using Curation.Core.Blending.Sequencing;

namespace Curation.Web.Playlists.Ordering;

/// <summary>Says how one track leads into the next.</summary>
internal static class TransitionWords
{
    /// <summary>As a phrase: "tempo +4 %, keys clash, energy a large step up".</summary>
    public static string Of(Transition transition)
    {
        var parts = new[] { Tempo(transition), Key(transition), Energy(transition) }.OfType<string>().ToList();
        return parts.Count == 0 ? "nothing known of tempo, key or energy" : string.Join(" · ", parts);
    }

    public static string? Tempo(Transition transition) => transition.TempoPercent switch
    {
        null => null,
        > -0.5 and < 0.5 => "same tempo",
        { } percent => string.Create(CultureInfo.InvariantCulture, $"tempo {percent:+0;-0} %"),
    };

    public static string? Key(Transition transition) => transition.Key switch
    {
        null => null,
        >= 1 => "same key",
        >= 0.75 => "keys match",
        >= 0.4 => "keys are near",
        _ => "keys clash",
    };

    public static string? Energy(Transition transition) => transition.EnergyStep switch
    {
        null => null,
        > -0.04 and < 0.04 => "same energy",
        { } step => string.Create(CultureInfo.InvariantCulture, $"energy {step:+0.00;-0.00}"),
    };

    /// <summary>How good each axis is: 2 good, 1 fair, 0 poor; null where it is not known.</summary>
    public static IEnumerable<(string Axis, int? Level)> Levels(Transition transition) =>
    [
        ("tempo", Level(transition.Tempo, 0.6, 0.15)),
        ("key", Level(transition.Key, 0.75, 0.4)),
        ("energy", Level(1 - Math.Abs(transition.EnergyStep ?? 0), 0.8, 0.65) is var level && transition.EnergyStep is null ? null : level),
    ];

    private static int? Level(double? value, double good, double fair) => value is not { } there ? null : there >= good ? 2 : there >= fair ? 1 : 0;
}
