using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Writes what lists do for creators: exposure and its amplification, divergence from the candidates, concentration, and who comes and goes.</summary>
internal sealed class CreatorFigures(MeasuringPlan plan, ExposureBook book, double[] totals)
{
    private readonly PositionWeight weight = plan.Options.Weight;
    private readonly SoleListeners? sole = plan.Options.Resamples == 0 ? null : new SoleListeners(plan);

    private string Candidates => plan.Pool.Length > 0 ? Baselines.Pool : Baselines.Catalogue;

    public void Write(FigureSheet sheet)
    {
        var live = plan.Measured.Live is { } edition ? LiveShares(edition) : null;
        var tracks = TracksShown();
        for (var number = 0; number < plan.Table.Dimensions.Count; number++)
        {
            WriteDivergence(sheet, number);
            for (var group = plan.Table.First[number]; group < plan.Table.First[number + 1]; group++) WriteGroup(sheet, number, group, tracks[group], live?[group]);
        }

        WriteConcentration(sheet);
        if (plan.Measured.Live is { } lists) WriteComings(sheet, lists);
    }

    private void WriteDivergence(FigureSheet sheet, int number)
    {
        var name = plan.Table.Dimensions[number].Name;
        sheet.Add(new(Measures.Ndkl, name, "", Candidates), plan.Columns.NdklCandidates[number]);
        if (Candidates != Baselines.Catalogue) sheet.Add(new(Measures.Ndkl, name, "", Baselines.Catalogue), plan.Columns.NdklCatalogue[number]);
    }

    /// <summary>A group that is neither shown nor in any baseline is left out, except "unknown", which is always told.</summary>
    private void WriteGroup(FigureSheet sheet, int number, int group, int tracks, double? live)
    {
        var share = new Estimate(plan.Columns.Exposure + group, plan.Columns.Weight);
        var history = new Estimate(plan.Columns.History + group, plan.Columns.HistoryWhole);
        double? pool = plan.Pool.Length > 0 ? plan.Candidates.Shares[group] : null;
        double? catalogue = plan.Ground.Rows.Count > 0 ? plan.Candidates.CatalogueShares[group] : null;
        double? heard = history.At(totals) is var played && !double.IsNaN(played) ? played : null;
        var first = plan.Table.First[number];
        if (group != first && tracks == 0 && !(pool > 0) && !(catalogue > 0) && !(heard > 0) && !(live > 0)) return;
        var (name, label) = (plan.Table.Dimensions[number].Name, plan.Table.Dimensions[number].Groups[group - first]);
        sheet.Add(new(weight.Of(Measures.Exposure), name, label), share, tracks, pool ?? catalogue);
        if (catalogue is { } all) sheet.Add(Gain(name, label, Baselines.Catalogue), share.GainOver(all), tracks, all);
        if (pool is { } held) sheet.Add(Gain(name, label, Baselines.Pool), share.GainOver(held), tracks, held);
        if (heard is not null) sheet.Add(Gain(name, label, Baselines.History), share.GainOver(history), tracks, heard);
        if (live is { } before) sheet.Add(Gain(name, label, Baselines.Edition), share.GainOver(before), tracks, before);
        if (plan.Candidates.Splits(group)) sheet.Add(new(Measures.Rkl, name, label, Candidates), new Estimate(plan.Columns.Rkl + group, plan.Columns.RklLists), (int)totals[plan.Columns.RklLists]);
    }

    private MeasureKey Gain(string dimension, string group, string against) => new(weight.Of(Measures.Amplification), dimension, group, against);

    private void WriteConcentration(FigureSheet sheet)
    {
        var rows = plan.Ground.Rows;
        var (tracks, artists) = (book.Shown.Count(shown => shown), book.ShownArtists.Count(shown => shown));
        sheet.Add(new(weight.Of(Measures.Gini), Measures.Artists), Estimate.Of(plan.Columns.GiniOfArtists), rows.ArtistCount);
        sheet.Add(new(weight.Of(Measures.Gini), Measures.Tracks), Estimate.Of(plan.Columns.GiniOfTracks), rows.Count);
        sheet.Add(new(Measures.Coverage, Measures.Artists), Concentration.Coverage(artists, rows.ArtistCount), sole?.ErrorOfArtists(_ => true) / rows.ArtistCount, 1, artists);
        sheet.Add(new(Measures.Coverage, Measures.Tracks), Concentration.Coverage(tracks, rows.Count), sole?.ErrorOfTracks() / rows.Count, 1, tracks);
    }

    private void WriteComings(FigureSheet sheet, ListSet live)
    {
        var before = new bool[plan.Ground.Rows.ArtistCount];
        foreach (var track in live.Tracks)
        {
            if (plan.Ground.Rows.RowOf(track) is not (>= 0 and var row)) continue;
            foreach (var artist in plan.Ground.Rows.CreditsOf(row)) before[artist] = true;
        }

        var now = book.ShownArtists;
        var (shown, was) = (now.Count(here => here), before.Count(there => there));
        sheet.Add(new(Measures.ArtistsGained, Against: Baselines.Edition), now.Zip(before, (here, there) => here && !there).Count(gained => gained), sole?.ErrorOfArtists(artist => !before[artist]), before.Length - was, shown, was);
        sheet.Add(new(Measures.ArtistsLost, Against: Baselines.Edition), now.Zip(before, (here, there) => !here && there).Count(lost => lost), sole?.ErrorOfArtists(artist => before[artist]), was, shown, was);
    }

    /// <summary>Distinct tracks of each group that are on any list.</summary>
    private int[] TracksShown()
    {
        var counts = new int[plan.Table.Groups];
        for (var row = 0; row < plan.Ground.Rows.Count; row++)
        {
            if (!book.Shown[row]) continue;
            foreach (var member in plan.Table.Of(row)) counts[member.Group]++;
        }

        return counts;
    }

    /// <summary>Exposure shares of every group on the lists that are live; null where these are empty.</summary>
    private double[]? LiveShares(ListSet live)
    {
        var shares = new double[plan.Table.Groups];
        var whole = 0.0;
        for (var listener = 0; listener < live.Count; listener++)
        {
            var list = live.Of(listener);
            for (var place = 0; place < list.Length; place++)
            {
                var here = plan.WeightAt(place);
                whole += here;
                foreach (var member in plan.Table.Of(plan.Ground.Rows.RowOf(list[place]))) shares[member.Group] += here * member.Share;
            }
        }

        return whole > 0 ? Array.ConvertAll(shares, share => share / whole) : null;
    }
}
