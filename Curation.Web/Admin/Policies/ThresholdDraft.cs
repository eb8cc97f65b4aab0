using System.Globalization;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Playlists;

namespace Curation.Web.Admin.Policies;

/// <summary>A line of a policy while it is being written: what stands in its fields.</summary>
public sealed class ThresholdDraft
{
    /// <summary>A line without anything in it.</summary>
    public ThresholdDraft()
    {
    }

    /// <summary>A line as it is in force.</summary>
    public ThresholdDraft(Threshold line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Key = line.Key.ToString();
        Side = line.Side;
        Warn = line.Warn;
        Block = line.Block;
        Kind = line.Kind;
        FromListeners = line.FromListeners;
        FromCount = line.FromCount;
        MustBeMeasured = line.MustBeMeasured;
        Why = line.Why;
    }

    /// <summary>Tells lines apart while they are edited.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public string Key { get; set; } = "";

    public Side Side { get; set; }

    public double? Warn { get; set; }

    public double? Block { get; set; }

    public PlaylistKind? Kind { get; set; }

    public int FromListeners { get; set; }

    public int FromCount { get; set; }

    public bool MustBeMeasured { get; set; }

    public string Why { get; set; } = "";

    /// <summary>The figure in words; what is wrong with it where it names none.</summary>
    public string Named
    {
        get
        {
            try
            {
                return FigureWords.Name(MeasureKey.Parse(Key.Trim()));
            }
            catch (FormatException)
            {
                return "names no figure yet";
            }
        }
    }

    /// <summary>The line as the policy has it.</summary>
    /// <exception cref="RefusedException">It names no figure.</exception>
    public Threshold ToThreshold()
    {
        try
        {
            return new Threshold(MeasureKey.Parse(Key.Trim()), Side, Warn, Block)
            {
                Kind = Kind,
                FromListeners = FromListeners,
                FromCount = FromCount,
                MustBeMeasured = MustBeMeasured,
                Why = Why.Trim(),
            };
        }
        catch (FormatException fault)
        {
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"\"{Key}\" names no figure. Write measure/dimension/group/baseline, with a star for any; the list offers some."), fault);
        }
    }
}
