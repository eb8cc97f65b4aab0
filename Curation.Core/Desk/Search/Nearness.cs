using Curation.Core.Catalog;
using Curation.Core.Desk.Models;
using Curation.Core.Listening;

namespace Curation.Core.Desk.Search;

/// <summary>How near every track is to the taste of a few, by the factorisation.</summary>
internal static class Nearness
{
    /// <summary>0 to 1 of the nearest, by row of the snapshot's columns; null where no model is trained or it knows none of the tracks.</summary>
    public static float[]? To(ModelSnapshot snapshot, IReadOnlyList<TrackId> tracks)
    {
        if (tracks.Count == 0 || snapshot.Ground.Factorisation is not { } model) return null;
        var heard = tracks.Select(track => model.Tracks.RowOf(track)).Where(row => row >= 0).Select(row => new Evidence(row, 1)).ToList();
        if (heard.Count == 0) return null;
        var rows = Enumerable.Range(0, model.Tracks.Count).ToArray();
        var scores = new float[rows.Length];
        model.Taste(heard).Score(rows, scores);
        var most = scores.Max();
        var near = new float[snapshot.Columns.Count];
        var places = snapshot.Ground.PositionsOf(model);
        for (var row = 0; row < scores.Length && most > 0; row++)
        {
            if (places[row] >= 0) near[places[row]] = Math.Max(0, scores[row] / most);
        }

        return near;
    }
}
