using Curation.Core.Auditing.Figures;

namespace Curation.Core.Auditing.Assessing;

/// <summary>Writes what lists do for listeners: how near to their taste, how narrow, how new, and for whom less well.</summary>
internal sealed class ListenerFigures(MeasuringPlan plan)
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
        sheet.Add(new(Measures.ExplicitReach), Estimate.TotalOf(columns.Explicit), excluding);
        sheet.Add(new(Measures.ExplicitLists), Estimate.TotalOf(columns.ExplicitLists), excluding);
        sheet.Add(new(Measures.ExplicitUnknown), Estimate.TotalOf(columns.ExplicitUnknown), excluding);
        foreach (var (number, groups) in plan.Groups.Index()) WriteGroups(sheet, number, groups);
    }

    private void WriteGroups(FigureSheet sheet, int number, AudienceGroups groups)
    {
        var columns = plan.Columns;
        for (var group = 0; group < groups.Groups.Length; group++)
        {
            WriteGroup(sheet, new(Measures.Fit, groups.Name, groups.Groups[group]), columns.FitOf[number][group], columns.Fit);
            WriteGroup(sheet, new(Measures.Diversity, groups.Name, groups.Groups[group]), columns.DiversityOf[number][group], columns.DiversityAfter);
            WriteGroup(sheet, new(Measures.Calibration, groups.Name, groups.Groups[group]), columns.CalibrationOf[number][group], columns.Calibration);
            WriteGroup(sheet, new(Measures.Gs, groups.Name, groups.Groups[group]), columns.GsOf[number][group], columns.GsAfter);
            WriteGroup(sheet, new(Measures.Novelty, groups.Name, groups.Groups[group]), columns.NoveltyOf[number][group], columns.Novelty);
            WriteGroup(sheet, new(Measures.Discovery, groups.Name, groups.Groups[group]), columns.DiscoveryOf[number][group], columns.Discovery);
            WriteGroup(sheet, new(Measures.Serendipity, groups.Name, groups.Groups[group]), columns.SerendipityOf[number][group], columns.Serendipity);
        }

        WriteGap(sheet, groups, columns.FitOf[number]);
    }

    /// <summary>A group's mean beside everybody's; a group of whom it is not defined is left out.</summary>
    private static void WriteGroup(FigureSheet sheet, MeasureKey key, MeanColumns group, MeanColumns everybody)
    {
        if (sheet.CountOf(group) > 0) sheet.Add(key, group, sheet.ValueOf(everybody));
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
