using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Policies;

/// <summary>Matches names of figures against patterns, which are names with stars in them.</summary>
/// <remarks>
/// A star for a dimension is any single one, "* × *" any two that are crossed, "gender × *" gender crossed with any. A star for a group or a baseline is any that is named, "unknown" among them; of a crossing, "female × *" is all groups of a row, what is unknown there among them.
/// What is empty in the pattern is empty in the name.
/// </remarks>
public static class KeyPattern
{
    /// <summary>Stands for any name.</summary>
    public const string Any = MeasureKey.Any;

    /// <summary>Whether the pattern names this figure.</summary>
    public static bool Names(this MeasureKey pattern, MeasureKey key)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(key);
        return pattern.Measure == key.Measure && Parts(pattern.Dimension, key.Dimension) && (pattern.Group == Any ? key.Group.Length > 0 : Parts(pattern.Group, key.Group)) && Parts(pattern.Against, key.Against);
    }

    /// <summary>How many stars stand in it; fewer name more exactly.</summary>
    public static int Stars(this MeasureKey pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return ((string[])[pattern.Dimension, pattern.Group, pattern.Against]).Sum(part => part.Split(Dimension.Cross).Count(name => name == Any));
    }

    private static bool Parts(string pattern, string text)
    {
        var (wanted, given) = (pattern.Split(Dimension.Cross), text.Split(Dimension.Cross));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First == Any ? pair.Second.Length > 0 : pair.First == pair.Second);
    }
}
