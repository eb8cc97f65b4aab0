namespace Curation.Core.Auditing.Assessing;

/// <summary>What an audience has heard, as rows of the ground; tracks that the catalogue does not hold, and plays that are not above 0, are passed over by those who read it.</summary>
internal sealed class HeardRows
{
    public HeardRows(Audience audience, MeasuringGround ground)
    {
        Audience = audience;
        Rows = ground.Rows.RowsOf(audience.Tracks);
        Plays = new double[audience.Count];
        Information = new double[audience.Count];
        for (var row = 0; row < audience.Count; row++)
        {
            var (tracks, plays) = Of(row);
            double heard = 0, bits = 0;
            for (var i = 0; i < tracks.Length; i++)
            {
                if (!(plays[i] > 0) || tracks[i] < 0) continue;
                heard += plays[i];
                bits += plays[i] * ground.Information[tracks[i]];
            }

            Plays[row] = heard;
            Information[row] = heard > 0 ? bits / heard : double.NaN;
        }
    }

    public Audience Audience { get; }

    /// <summary>Rows of the tracks of all histories.</summary>
    public int[] Rows { get; }

    /// <summary>Plays of each listener.</summary>
    public double[] Plays { get; }

    /// <summary>Mean bits of surprise of each listener's plays; not a number without any.</summary>
    public double[] Information { get; }

    public HeardRow Of(int row) => new(Rows.AsSpan(Audience.Of(row)), Audience.Plays[Audience.Of(row)]);
}

/// <summary>One listener's history.</summary>
internal readonly ref struct HeardRow(ReadOnlySpan<int> rows, ReadOnlySpan<float> plays)
{
    public ReadOnlySpan<int> Rows { get; } = rows;

    public ReadOnlySpan<float> Plays { get; } = plays;

    public void Deconstruct(out ReadOnlySpan<int> tracks, out ReadOnlySpan<float> heard)
    {
        tracks = Rows;
        heard = Plays;
    }
}
