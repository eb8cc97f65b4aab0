using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Catalog;

namespace Curation.Core.Auditing.Assessing;

/// <summary>What lists are measured on: a catalogue laid out by number, its dimensions, its plays and its tracks' directions. Made once for a catalogue and a model, used by many measurements and threads.</summary>
public sealed class MeasuringGround
{
    /// <summary>A ground to measure on.</summary>
    /// <param name="rows">The catalogue's tracks.</param>
    /// <param name="dimensions">The dimensions whose groups are told apart, of these rows.</param>
    /// <param name="plays">Plays of a track by everyone.</param>
    /// <param name="vectors">Directions of the tracks; without them there is no GS-score, diversity or serendipity.</param>
    public MeasuringGround(CatalogueRows rows, IReadOnlyList<Dimension> dimensions, Func<TrackId, double> plays, TrackVectors? vectors = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(plays);
        if (dimensions.Any(dimension => dimension.Count != rows.Count)) throw new ArgumentException("A dimension is of another catalogue.", nameof(dimensions));
        Rows = rows;
        Dimensions = dimensions;
        Vectors = vectors;
        var heard = rows.Tracks.Select(track => Math.Max(0, plays(track.Id))).ToArray();
        var all = heard.Sum();
        Information = Array.ConvertAll(heard, count => Surprise.SelfInformation(count, all, heard.Length));
        Explicit = [.. rows.Tracks.Select(track => track.Explicit ? true : track.ExplicitStated ? false : (bool?)null)];
        Genre = dimensions.Index().Where(pair => pair.Item.Name == BuiltInDimensions.Genre).Select(pair => pair.Index).DefaultIfEmpty(-1).First();
    }

    /// <summary>The catalogue's tracks.</summary>
    public CatalogueRows Rows { get; }

    /// <summary>The dimensions whose groups are told apart.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>Directions of the tracks, where a model gives any.</summary>
    public TrackVectors? Vectors { get; }

    /// <summary>Bits of surprise of each track.</summary>
    internal double[] Information { get; }

    /// <summary>Whether each track is explicit; null where no source says.</summary>
    internal bool?[] Explicit { get; }

    /// <summary>The place of the genre dimension, or -1.</summary>
    internal int Genre { get; }
}
