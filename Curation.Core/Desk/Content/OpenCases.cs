using Curation.Core.Auditing.Content;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>Puts what rules found before people, once for each find.</summary>
internal static class OpenCases
{
    private const int MostAtOnce = 200;

    /// <summary>Opens a case for each finding that somebody has to look at and that nobody has decided about or is about to. Returns how many were opened.</summary>
    public static async Task<int> In(Write write, PlaylistId playlist, IReadOnlyList<JudgedFinding> findings, int rulesVersion)
    {
        var waiting = await write.Db.ContentCases.Where(row => row.Playlist == playlist && row.State != CaseState.Decided && row.Key != "").Select(row => row.Key).ToListAsync(write.Cancel);
        var fresh = findings.Where(finding => finding.Decided is null && finding.Finding.Level >= ContentLevel.Warn).Select(finding => finding.Finding)
            .Where(finding => !waiting.Contains(finding.Key)).Take(MostAtOnce).ToList();
        if (fresh.Count == 0) return 0;
        write.Db.ContentCases.AddRange(fresh.Select(finding => new ContentCase(finding, playlist, rulesVersion, write.Now)));
        await write.Db.SaveChangesAsync(write.Cancel);
        await write.Log("content.find", $"playlist:{playlist}", $"{fresh.Count} {(fresh.Count == 1 ? "case" : "cases")} by version {rulesVersion} of the content policy: {string.Join(", ", fresh.Select(finding => finding.RuleName).Distinct().Take(5))}");
        return fresh.Count;
    }
}
