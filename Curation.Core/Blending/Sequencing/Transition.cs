using Curation.Core.Catalog;

namespace Curation.Core.Blending.Sequencing;

/// <summary>How one track leads into the next. An axis that is not known of both is null and counts for nothing.</summary>
/// <param name="TempoPercent">Change of tempo in percent of the first track's, with its sign.</param>
/// <param name="Key">Compatibility of the keys on the Camelot wheel, 0.1 to 1.</param>
/// <param name="EnergyStep">Change of energy, -1 to 1.</param>
public readonly record struct Transition(double? TempoPercent, double? Key, double? EnergyStep)
{
    /// <summary>exp(-0.019 p^2) of the tempo change in percent.</summary>
    public double? Tempo => TempoPercent is { } percent ? TempoFit(percent) : null;

    /// <summary>Mean of what is known: keys, tempo, and how small the step of energy is; null where nothing is.</summary>
    public double? Quality
    {
        get
        {
            double sum = 0;
            var known = 0;
            Add(Key);
            Add(Tempo);
            Add(EnergyStep is { } step ? 1 - Math.Abs(step) : null);
            return known == 0 ? null : sum / known;

            void Add(double? value)
            {
                if (value is not { } there) return;
                sum += there;
                known++;
            }
        }
    }

    /// <summary>The transition between two tracks.</summary>
    public static Transition Between(AudioFeatures from, AudioFeatures to, bool halfAndDouble = false) => new(
        from.Tempo is { } before && to.Tempo is { } after ? TempoChange(before, after, halfAndDouble) : null,
        from.Key is { } one && to.Key is { } other ? KeyFit(one, other) : null,
        to.Energy - from.Energy);

    /// <summary>Same key 1, a neighbour on the wheel 0.9, its relative 0.8, a neighbour's relative 0.55, two hours on 0.45, anything else 0.1.</summary>
    public static double KeyFit(MusicalKey from, MusicalKey to)
    {
        var hours = Math.Abs(from.Hour - to.Hour);
        hours = Math.Min(hours, 12 - hours);
        return (hours, from.Major == to.Major) switch { (0, true) => 1, (1, true) => 0.9, (0, false) => 0.8, (1, false) => 0.55, (2, true) => 0.45, _ => 0.1 };
    }

    /// <summary>Change of tempo in percent; where half and double count as the same, the smallest of the three.</summary>
    public static double TempoChange(double from, double to, bool halfAndDouble)
    {
        var change = 100 * ((to / from) - 1);
        if (!halfAndDouble) return change;
        double doubled = 100 * ((2 * to / from) - 1), halved = 100 * ((to / (2 * from)) - 1);
        if (Math.Abs(doubled) < Math.Abs(change)) change = doubled;
        return Math.Abs(halved) < Math.Abs(change) ? halved : change;
    }

    /// <summary>exp(-0.019 p^2) of a tempo change in percent.</summary>
    public static double TempoFit(double percent) => Math.Exp(-0.019 * percent * percent);
}
