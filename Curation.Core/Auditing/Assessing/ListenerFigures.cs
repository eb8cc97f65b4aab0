using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Writes what lists do for listeners: how near to their taste, how narrow, how new, and for whom less well.</summary>
internal sealed class ListenerFigures(MeasuringPlan plan, double[] totals)
{
    public void Write(FigureSheet sheet)
    {
        var columns = plan.Columns;
        if (plan.Measured.Fit is not null) sheet.Add(new(Measures.Fit), columns.Fit);
        sheet.Add(new(Measures.Calibration), columns.Calibration, sheet.ValueOf(columns.CalibrationOfShared));
        sheet.Add(new(Measures.Gs, Measures.Before), columns.GsBefore);
        sheet.Add(new(Measures.Gs, Measures.After), columns.GsAfter, sheet.ValueOf(columns.GsBefore));
        sheet.Add(new(Measures.Diversity, Measures.Before), columns.DiversityBefore);
        sheet.Add(new(Measures.Diversity, Measures.After), columns.DiversityAfter, sheet.ValueOf(columns.DiversityBefore));
        sheet.Add(new(Measures.Novelty), columns.Novelty);
        sheet.Add(new(Measures.Discovery), columns.Discovery);
        if (plan.Measured.Relevance is not null) sheet.Add(new(Measures.Serendipity), columns.Serendipity);
        var excluding = Excluding();
        sheet.Add(new(Measures.ExplicitReach), totals[columns.Explicit], excluding);
        sheet.Add(new(Measures.ExplicitLists), totals[columns.ExplicitLists], excluding);
        sheet.Add(new(Measures.ExplicitUnknown), totals[columns.ExplicitUnknown], excluding);
        foreach (var (number, groups) in plan.Groups.Index()) WriteGroups(sheet, number, groups);
    }

    private void WriteGroups(FigureSheet sheet, int number, AudienceGroups groups)
    {
        var columns = plan.Columns;
        for (var group = 0; group < groups.Groups.Length; group++)
        {
            var label = groups.Groups[group];
            if (sheet.CountOf(columns.FitOf[number][group]) > 0) sheet.Add(new(Measures.Fit, groups.Name, label), columns.FitOf[number][group], sheet.ValueOf(columns.Fit));
            if (sheet.CountOf(columns.DiversityOf[number][group]) > 0) sheet.Add(new(Measures.Diversity, groups.Name, label), columns.DiversityOf[number][group], sheet.ValueOf(columns.DiversityAfter));
            if (sheet.CountOf(columns.CalibrationOf[number][group]) > 0) sheet.Add(new(Measures.Calibration, groups.Name, label), columns.CalibrationOf[number][group], sheet.ValueOf(columns.Calibration));
        }

        WriteGap(sheet, groups, columns.FitOf[number]);
    }

    /// <summary>How far the group that is served worst lies below everybody.</summary>
    private void WriteGap(FigureSheet sheet, AudienceGroups groups, MeanColumns[] fits)
    {
        var told = fits.Where(fit => sheet.CountOf(fit) >= plan.Options.LeastListeners).ToArray();
        if (told.Length < 2) return;
        var worst = told.MinBy(fit => sheet.ValueOf(fit));
        sheet.Add(new(Measures.FitGap, groups.Name), Estimate.Of(worst).Below(Estimate.Of(plan.Columns.Fit)), sheet.CountOf(worst), sheet.ValueOf(plan.Columns.Fit));
    }

    private int Excluding()
    {
        if (plan.Measured.RecipeExcludesExplicit) return plan.Measured.Audience.Count;
        var count = 0;
        foreach (var facts in plan.Measured.Audience.Facts)
        {
            if (facts.ExcludesExplicit) count++;
        }

        return count;
    }
}
