using Curation.Core.Auditing.Figures;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Policies;

/// <summary>A finding of one playlist that a named reviewer lets through, as far as a value and until a date, with a reason and somebody who answers for it.</summary>
public sealed class Waiver
{
    /// <summary>Longest time for which a finding is let through.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1_000;

    /// <summary>Stands for less than every number: a group of which nothing is shown.</summary>
    public const double NoneShown = double.MinValue;

    private Waiver()
    {
    }

    /// <summary>Lets a finding of a playlist through.</summary>
    public Waiver(PlaylistId playlist, Finding finding, string reason, PersonId owner, DateTimeOffset until, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(finding);
        reason = (reason ?? "").Trim();
        if (finding.Level is not (FindingLevel.Warn or FindingLevel.Block)) throw new RefusedException("Only a warning or a block can be let through. Nothing was changed.");
        if (reason.Length == 0) throw new RefusedException("Letting a finding through needs a reason. Nothing was changed; write why first.");
        if (reason.Length > LongestReason) throw new RefusedException($"A reason has at most {LongestReason} letters. Nothing was changed.");
        if (until <= at) throw new RefusedException("The end of a waiver is in the future. Nothing was changed; choose a later day.");
        if (until - at > Longest) throw new RefusedException("A waiver ends within a year. Nothing was changed; choose an earlier day and look at it again then.");
        Playlist = playlist;
        Key = finding.Key;
        Side = finding.Threshold.Side;
        Level = finding.Level;
        Bound = finding.Limit is null ? null : ValueOf(finding.Figure!);
        Reason = reason;
        Owner = owner;
        Until = until;
        By = by;
        At = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist whose finding it is.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The figure.</summary>
    public MeasureKey Key { get; private set; } = new("");

    /// <summary>On which side it was found wanting.</summary>
    public Side Side { get; private set; }

    /// <summary>How bad it was.</summary>
    public FindingLevel Level { get; private set; }

    /// <summary>The value that was let through; one that is worse is not. <see cref="NoneShown"/> where nothing of a group was shown. Null where it was not measured, and then only that is let through.</summary>
    public double? Bound { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who answers for mending it.</summary>
    public PersonId Owner { get; private set; }

    /// <summary>From when on it holds no longer.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>The reviewer who let it through.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who took it back; null while it stands.</summary>
    public PersonId? RevokedBy { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Whether it stands at a moment: neither ended nor taken back.</summary>
    public bool Holds(DateTimeOffset now) => RevokedAt is null && now < Until;

    /// <summary>The value that a figure is let through with.</summary>
    internal static double? ValueOf(Figure figure) => figure.IsShutOut ? NoneShown : figure.Value;

    /// <summary>Whether it is about this figure, with a value no worse than the one that was let through.</summary>
    public bool Covers(MeasureKey key, Side side, double? value) => Key == key && Side == side && (Bound, value) switch
    {
        (null, null) => true,
        ({ } bound, { } measured) => side == Side.Above ? measured <= bound : measured >= bound,
        _ => false,
    };

    /// <summary>Takes it back.</summary>
    public void Revoke(PersonId by, DateTimeOffset at)
    {
        if (RevokedAt is not null) throw new RefusedException("This waiver was taken back before. Nothing was changed.");
        if (at >= Until) throw new RefusedException("This waiver has ended by itself. Nothing was changed.");
        RevokedBy = by;
        RevokedAt = at;
    }
}
