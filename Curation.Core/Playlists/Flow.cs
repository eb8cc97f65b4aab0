using System.ComponentModel.DataAnnotations;

namespace Curation.Core.Playlists;

/// <summary>What an editor asks of the order of a playlist: rules, a target for its energy and a clock. What is null does not count.</summary>
public sealed record Flow
{
    /// <summary>Least distance between tracks that share a credited artist.</summary>
    public Separation? Artist { get; init; }

    /// <summary>Least distance between tracks of one release.</summary>
    public Separation? Album { get; init; }

    /// <summary>Least distance between tracks of one main genre.</summary>
    public Separation? Genre { get; init; }

    /// <summary>Balance of stated genders in every window of positions.</summary>
    public GenderBalance? Gender { get; init; }

    /// <summary>Longest run in the same key.</summary>
    public KeyRun? KeyRun { get; init; }

    /// <summary>Largest change of tempo between neighbours.</summary>
    public TempoJump? TempoJump { get; init; }

    /// <summary>Whether half and double tempo count as the same tempo.</summary>
    public bool HalfAndDouble { get; init; }

    /// <summary>The energy that the order aims at.</summary>
    public TargetCurve? Curve { get; init; }

    /// <summary>What kind of track each position asks for.</summary>
    public Clock? Clock { get; init; }

    /// <summary>Seed of the search for an order; the same seed and tracks give the same order. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public Flow Checked()
    {
        foreach (var part in new object?[] { Artist, Album, Genre, Gender, KeyRun, TempoJump })
        {
            if (part is not null) Check(part);
        }

        Gender?.Checked();
        Curve?.Checked();
        Clock?.Checked();
        return this;
    }

    /// <summary>Whether it asks for nothing at all.</summary>
    public bool AsksNothing() => this with { Seed = 1, HalfAndDouble = false } == new Flow();

    private static void Check(object part)
    {
        try
        {
            Validator.ValidateObject(part, new ValidationContext(part), validateAllProperties: true);
        }
        catch (ValidationException outside)
        {
            throw new RefusedException($"{outside.Message} The old rule was kept.", outside);
        }
    }
}

/// <summary>At positions i &lt; j, j - i is at least the distance.</summary>
public sealed record Separation
{
    /// <summary>Least distance in positions. Default 5, from 2 to 100.</summary>
    [Range(2, 100)]
    public int Distance { get; init; } = 5;

    /// <summary>Whether no order may break it; otherwise it gives way where it must.</summary>
    public bool Hard { get; init; }
}

/// <summary>In every window of positions: at most so many tracks of any one stated gender, at least so many by women or non-binary artists. Who has no stated gender, as groups, counts as neither.</summary>
public sealed record GenderBalance
{
    /// <summary>Positions in a window. Default 4, from 2 to 50.</summary>
    [Range(2, 50)]
    public int Window { get; init; } = 4;

    /// <summary>Most tracks of any one stated gender; null for no limit.</summary>
    [Range(1, 50)]
    public int? MostOfOne { get; init; }

    /// <summary>Fewest tracks by artists stated as women or non-binary; null for no limit.</summary>
    [Range(1, 50)]
    public int? LeastWomenAndNonBinary { get; init; }

    /// <summary>Whether no order may break it.</summary>
    public bool Hard { get; init; }

    internal void Checked()
    {
        if (LeastWomenAndNonBinary > Window || MostOfOne > Window)
            throw new RefusedException($"A window of {Window} positions cannot hold more than {Window} tracks. The old rule was kept.");
    }
}

/// <summary>At most so many tracks in the same key one after the other; a track of unknown key ends a run.</summary>
public sealed record KeyRun
{
    /// <summary>Most tracks in a run. Default 3, from 1 to 20.</summary>
    [Range(1, 20)]
    public int Most { get; init; } = 3;

    /// <summary>Whether no order may break it.</summary>
    public bool Hard { get; init; }
}

/// <summary>Between neighbours of known tempo the tempo changes by at most so much of the first.</summary>
public sealed record TempoJump
{
    /// <summary>Largest change in percent. Default 12, from 1 to 100.</summary>
    [Range(1.0, 100.0)]
    public double Percent { get; init; } = 12;

    /// <summary>Whether no order may break it.</summary>
    public bool Hard { get; init; }
}
