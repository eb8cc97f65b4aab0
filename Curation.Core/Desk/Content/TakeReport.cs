using System.Globalization;
using System.Security.Cryptography;
using Curation.Core.Auditing.Content;
using Curation.Core.Catalog;
using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Content;

/// <summary>What somebody outside says.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Where">The playlist, track or address in their words.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Contact">How to reach them; may be empty.</param>
public sealed record GivenReport(ReportGround Ground, string Where, string Text, string Contact = "")
{
    /// <summary>Name of a live playlist in addresses, where a program knows it.</summary>
    public string? Playlist { get; init; }

    /// <summary>Number of a track, where a program knows it.</summary>
    public int? Track { get; init; }
}

/// <summary>Takes reports from outside into the queue. The answer is the same whether what they are about exists or not.</summary>
public sealed class TakeReport(Store store)
{
    /// <summary>Longest idempotency key.</summary>
    public const int LongestKey = 200;

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Takes a report of the public form; returns the reference by which its outcome can be read.</summary>
    /// <exception cref="RefusedException">It says nothing, or too much; nothing was taken.</exception>
    public Task<string> Run(GivenReport given, PersonId? person, CancellationToken cancel = default) =>
        store.Write(Actor.Console, [], write => Take(write, given, new OutsideReport(Reference(), given.Ground, given.Where, given.Text, given.Contact, person, write.Now)), cancel);

    /// <summary>Takes a report that a program delivers, once under a key; the same again is answered as it was the first time.</summary>
    /// <exception cref="RefusedException">The key was used for another report, or the report cannot be taken.</exception>
    public Task<(string Reference, bool Again)> Run(string program, string key, string sha256, GivenReport given, CancellationToken cancel = default) => store.Write(Actor.Console, [], async write =>
    {
        if (await write.Db.OutsideReports.SingleOrDefaultAsync(row => row.Program == program && row.DeliveryKey == key, cancel) is { } known)
            return known.DeliveryHash == sha256 ? (known.Reference, true) : throw new RefusedException("This idempotency key was used for another report; nothing was taken. Use a new key for each report.");
        var report = new OutsideReport(Reference(), given.Ground, given.Where, given.Text, given.Contact, null, write.Now);
        report.DeliveredBy(program, key, sha256);
        return (await Take(write, given, report), false);
    }, cancel);

    private static async Task<string> Take(Write write, GivenReport given, OutsideReport report)
    {
        var (playlist, track) = await Subject(write, given);
        var same = playlist is null && track is null ? null : await write.Db.ContentCases
            .Where(row => row.Origin == CaseOrigin.Report && row.State == CaseState.Open && row.Playlist == playlist && row.Track == track).OrderBy(row => row.Id).FirstOrDefaultAsync(write.Cancel);
        if (same is null)
        {
            same = new ContentCase(report.Ground, report.Words, playlist, track, write.Now);
            write.Db.ContentCases.Add(same);
            await write.Db.SaveChangesAsync(write.Cancel);
        }

        report.Join(same.Id);
        write.Db.OutsideReports.Add(report);
        await write.Db.SaveChangesAsync(write.Cancel);
        await write.Log("content.report", string.Create(CultureInfo.InvariantCulture, $"case:{same.Id}"), string.Create(CultureInfo.InvariantCulture, $"report {report.Id}, {ReportGrounds.Words(report.Ground)}{(report.Program is { } by ? $", by {by}" : "")}"));
        return report.Reference;
    }

    /// <summary>What the words mean among what listeners can have: a live playlist by its name or address, a track by its number or MusicBrainz identifier.</summary>
    private static async Task<(PlaylistId? Playlist, TrackId? Track)> Subject(Write write, GivenReport given)
    {
        var last = given.Where.Trim().TrimEnd('/').Split('/', '?', '#').Where(part => part.Length > 0).LastOrDefault("");
        var slug = given.Playlist ?? last;
        var title = given.Where.Trim();
        var playlist = await write.Db.Playlists.Where(row => row.LiveEdition != 0 && (row.Slug == slug || row.Title == title)).OrderBy(row => row.Id).Select(row => (PlaylistId?)row.Id).FirstOrDefaultAsync(write.Cancel);
        TrackId? track = null;
        if ((given.Track ?? NumberIn(title)) is { } number) track = await write.Db.Tracks.Where(row => row.Id == new TrackId(number)).Select(row => (TrackId?)row.Id).FirstOrDefaultAsync(write.Cancel);
        else if (Guid.TryParse(last, out var mbid)) track = await write.Db.Tracks.Where(row => row.Mbid == mbid).OrderBy(row => row.Id).Select(row => (TrackId?)row.Id).FirstOrDefaultAsync(write.Cancel);
        return (playlist, track);
    }

    private static int? NumberIn(string where)
    {
        const string Name = "urn:curation:track:";
        var at = where.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        var digits = at < 0 ? "" : string.Concat(where[(at + Name.Length)..].TakeWhile(char.IsAsciiDigit).Take(9));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Reference() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, 16).Chunk(4).Select(part => new string(part)));
}
