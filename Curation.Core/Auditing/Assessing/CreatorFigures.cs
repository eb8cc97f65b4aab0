using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Writes what lists do for creators: exposure and its amplification, divergence from the candidates, concentration, and who comes and goes.</summary>
internal sealed class CreatorFigures(MeasuringPlan plan, ExposureBook book, double[] totals)
{
    private readonly PositionWeight weight = plan.Options.Weight;

    private string Candidates => plan.Pool.Length > 0 ? Baselines.Pool : Baselines.Catalogue;

    public void Write(FigureSheet sheet)
    {
        for (var number = 0; number < plan.Dimensions.Count; number++)
        {
            var live = plan.Measured.Live is { } edition ? LiveShares(plan.Dimensions[number], edition) : null;
            WriteDivergence(sheet, number);
            var tracks = TracksShown(plan.Dimensions[number]);
            for (var group = 0; group < tracks.Length; group++) WriteGroup(sheet, number, group, tracks[group], live);
        }

        WriteConcentration(sheet);
        if (plan.Measured.Live is { } lists) WriteComings(sheet, lists);
    }

    private void WriteDivergence(FigureSheet sheet, int number)
    {
        var name = plan.Dimensions[number].Name;
        sheet.Add(new(Measures.Ndkl, name, "", Candidates), plan.Columns.NdklCandidates[number]);
        if (Candidates != Baselines.Catalogue) sheet.Add(new(Measures.Ndkl, name, "", Baselines.Catalogue), plan.Columns.NdklCatalogue[number]);
    }

    /// <summary>A group that is neither shown nor in any baseline is left out, except "unknown", which is always told.</summary>
    private void WriteGroup(FigureSheet sheet, int number, int group, int tracks, double[]? live)
    {
        var dimension = plan.Dimensions[number];
        var share = new Estimate(plan.Columns.Exposure[number] + group, plan.Columns.Weight);
        var history = new Estimate(plan.Columns.History[number] + group, plan.Columns.HistoryWhole);
        var (pool, catalogue) = (plan.Pool.Length > 0 ? plan.Candidates[number].Mix?[group] : null, plan.Ground.Rows.Count > 0 ? plan.Candidates[number].CatalogueMix[group] : (double?)null);
        var heard = history.At(totals) is var played && !double.IsNaN(played) ? played : (double?)null;
        if (group != 0 && tracks == 0 && !(pool > 0) && !(catalogue > 0) && !(heard > 0) && !(live?[group] > 0)) return;
        var (name, label) = (dimension.Name, dimension.Groups[group]);
        sheet.Add(new(weight.Of(Measures.Exposure), name, label), share, tracks, pool ?? catalogue);
        if (catalogue is { } all) sheet.Add(Gain(name, label, Baselines.Catalogue), share.GainOver(all), tracks, all);
        if (pool is { } held) sheet.Add(Gain(name, label, Baselines.Pool), share.GainOver(held), tracks, held);
        if (heard is not null) sheet.Add(Gain(name, label, Baselines.History), share.GainOver(history), tracks, heard);
        if (live is not null) sheet.Add(Gain(name, label, Baselines.Edition), share.GainOver(live[group]), tracks, live[group]);
        if (plan.Candidates[number].Splits(group)) sheet.Add(new(Measures.Rkl, name, label, Candidates), new Estimate(plan.Columns.Rkl[number] + group, plan.Columns.RklLists), (int)totals[plan.Columns.RklLists]);
    }

    private MeasureKey Gain(string dimension, string group, string against) => new(weight.Of(Measures.Amplification), dimension, group, against);

    private void WriteConcentration(FigureSheet sheet)
    {
        var rows = plan.Ground.Rows;
        var (tracks, artists) = (Shown(book.Tracks), Shown(book.Artists));
        sheet.Add(new(weight.Of(Measures.Gini), Measures.Artists), Concentration.Gini(artists, rows.ArtistCount - artists.Length), rows.ArtistCount);
        sheet.Add(new(weight.Of(Measures.Gini), Measures.Tracks), Concentration.Gini(tracks, rows.Count - tracks.Length), rows.Count);
        sheet.Add(new(Measures.Coverage, Measures.Artists), Concentration.Coverage(artists.Length, rows.ArtistCount), artists.Length);
        sheet.Add(new(Measures.Coverage, Measures.Tracks), Concentration.Coverage(tracks.Length, rows.Count), tracks.Length);
    }

    private void WriteComings(FigureSheet sheet, ListSet live)
    {
        var before = new bool[plan.Ground.Rows.ArtistCount];
        foreach (var track in live.Tracks)
        {
            if (plan.Ground.Rows.RowOf(track) is not (>= 0 and var row)) continue;
            foreach (var artist in plan.Ground.Rows.CreditsOf(row)) before[artist] = true;
        }

        var now = book.IsShownByArtist();
        var was = before.Count(shown => shown);
        sheet.Add(new(Measures.ArtistsGained, Against: Baselines.Edition), now.Zip(before, (here, there) => here && !there).Count(gained => gained), now.Count(shown => shown), was);
        sheet.Add(new(Measures.ArtistsLost, Against: Baselines.Edition), now.Zip(before, (here, there) => !here && there).Count(lost => lost), now.Count(shown => shown), was);
    }

    /// <summary>Distinct tracks of each group that are on any list.</summary>
    private int[] TracksShown(Dimension dimension)
    {
        var counts = new int[dimension.Groups.Count];
        var seen = new int[counts.Length];
        for (var row = 0; row < plan.Ground.Rows.Count; row++)
        {
            if (!book.IsShown(row)) continue;
            foreach (var group in dimension.GroupsOf(row))
            {
                if (seen[group] == row + 1) continue;
                seen[group] = row + 1;
                counts[group]++;
            }
        }

        return counts;
    }

    private double[]? LiveShares(Dimension dimension, ListSet live)
    {
        var shares = new double[dimension.Groups.Count];
        var whole = 0.0;
        for (var listener = 0; listener < live.Count; listener++)
        {
            var list = live.Of(listener);
            for (var place = 0; place < list.Length; place++)
            {
                var here = plan.WeightAt(place);
                whole += here;
                if (plan.Ground.Rows.RowOf(list[place]) is not (>= 0 and var row))
                {
                    shares[0] += here;
                    continue;
                }

                var groups = dimension.GroupsOf(row);
                var parts = dimension.SharesOf(row);
                for (var i = 0; i < groups.Length; i++) shares[groups[i]] += here * parts[i];
            }
        }

        return whole > 0 ? Array.ConvertAll(shares, share => share / whole) : null;
    }

    private static double[] Shown(ReadOnlySpan<double> exposure)
    {
        var shown = new List<double>();
        foreach (var value in exposure)
        {
            if (value > 0) shown.Add(value);
        }

        return [.. shown];
    }
}
