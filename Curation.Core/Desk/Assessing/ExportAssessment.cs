using System.Globalization;
using System.Text;
using System.Text.Json;
using Curation.Core.Auditing.Assessing;
using Curation.Core.Auditing.Figures;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Publishing.Formats;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Assessing;

/// <summary>A file of an assessment.</summary>
public sealed record AssessmentFile(string Name, string ContentType, byte[] Bytes);

/// <summary>Writes an assessment as CSV or JSON. What rests on fewer than <see cref="MinimumCell.Default"/> listeners or tracks is hidden, as in everything that leaves the house.</summary>
public sealed class ExportAssessment(Store store, ReadAssessments assessments)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The file of a playlist's assessment in a format, "csv" or "json"; null where there is no such assessment or format.</summary>
    public async Task<AssessmentFile?> Run(PlaylistId playlist, int id, string format, CancellationToken cancel = default)
    {
        if (await assessments.Find(id, cancel) is not { } assessment || assessment.Playlist != playlist) return null;
        var slug = await store.Read(db => db.Playlists.Where(row => row.Id == playlist).Select(row => row.Slug).SingleAsync(cancel), cancel);
        var name = string.Create(CultureInfo.InvariantCulture, $"{slug}-assessment-{id}.{format}");
        return format switch
        {
            "csv" => new AssessmentFile(name, "text/csv; charset=utf-8; header=present", Csv(assessment)),
            "json" => new AssessmentFile(name, "application/json", Json(assessment)),
            _ => null,
        };
    }

    /// <summary>The assessment as JSON.</summary>
    public static byte[] Json(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            Assessment = assessment.Id,
            Playlist = assessment.Playlist.Value,
            Revision = assessment.Revision.Value,
            assessment.RevisionHash,
            assessment.ModelHash,
            assessment.PolicyVersion,
            assessment.Listeners,
            assessment.Population,
            assessment.At,
            assessment.Hash,
            Ground = assessment.Ground.Length == 0 ? null : AssessmentGround.StampOf(assessment.Ground),
            MinimumCell = MinimumCell.Default,
            Figures = OutsideFigures.Of(assessment.Figures).Select(figure => new
            {
                Name = figure.Key.ToString(),
                figure.Key.Measure,
                figure.Key.Dimension,
                figure.Key.Group,
                figure.Key.Against,
                figure.Value,
                figure.Low,
                figure.High,
                figure.Count,
                figure.Baseline,
                Hidden = OutsideFigures.IsHidden(figure),
            }),
        }, Options);
    }

    private static byte[] Csv(Assessment assessment)
    {
        var text = new StringBuilder("measure,dimension,group,against,value,low,high,count,baseline,hidden\n");
        foreach (var figure in OutsideFigures.Of(assessment.Figures))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Publishing.Formats.Csv.Cell(figure.Key.Measure)},{Publishing.Formats.Csv.Cell(figure.Key.Dimension)},{Publishing.Formats.Csv.Cell(figure.Key.Group)},{Publishing.Formats.Csv.Cell(figure.Key.Against)},");
            text.Append(CultureInfo.InvariantCulture, $"{figure.Value:R},{figure.Low:R},{figure.High:R},{(OutsideFigures.IsHidden(figure) ? "" : figure.Count)},{figure.Baseline:R},{(OutsideFigures.IsHidden(figure) ? "yes" : "no")}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
