using Curation.Core.Desk.Acting;
using Curation.Core.Playlists;
using Curation.Core.Recommending.Suggesting;
using Curation.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Curation.Core.Desk.Suggestions;

/// <summary>A word of steering as screens show it.</summary>
/// <param name="Id">What to take back.</param>
/// <param name="More">More like a track; else less of an artist.</param>
/// <param name="Name">The track's title or the artist's name.</param>
public sealed record SteerRow(int Id, bool More, string Name);

/// <summary>How the candidates of a playlist are steered.</summary>
/// <param name="Said">More like and less of, the newest first.</param>
/// <param name="Shares">Shares of the sections.</param>
public sealed record SteeringView(IReadOnlyList<SteerRow> Said, CandidateShares Shares)
{
    /// <summary>Nothing said, and the usual shares.</summary>
    public static SteeringView Plain { get; } = new([], new CandidateShares());
}

/// <summary>Reads how the candidates of a playlist are steered.</summary>
public sealed class ReadSteering(Store store)
{
    /// <summary>What was said of a playlist, and its shares.</summary>
    public Task<SteeringView> Of(PlaylistId playlist, CancellationToken cancel = default) => store.Read(async db => new SteeringView(
        await (from steer in db.Steers
               where steer.Playlist == playlist
               orderby steer.Id descending
               select new SteerRow(
                   steer.Id,
                   steer.MoreLike != null,
                   steer.MoreLike != null
                       ? db.Tracks.Where(track => track.Id == steer.MoreLike).Select(track => track.Title).FirstOrDefault() ?? ""
                       : db.Artists.Where(artist => artist.Id == steer.LessOf).Select(artist => artist.Name).FirstOrDefault() ?? "")).ToListAsync(cancel),
        await Shares(db, playlist, cancel)), cancel);

    internal static async Task<CandidateShares> Shares(CurationDb db, PlaylistId playlist, CancellationToken cancel) =>
        (await db.PlaylistShares.AsNoTracking().SingleOrDefaultAsync(row => row.Playlist == playlist, cancel))?.Shares ?? new CandidateShares();

    internal static async Task<Steering> Steering(CurationDb db, PlaylistId playlist, DateTimeOffset now, CancellationToken cancel)
    {
        var said = await db.Steers.AsNoTracking().Where(row => row.Playlist == playlist).ToListAsync(cancel);
        return new Steering
        {
            MoreLike = [.. said.Where(row => row.MoreLike is not null).Select(row => row.MoreLike!.Value)],
            LessOf = [.. said.Where(row => row.LessOf is not null).Select(row => row.LessOf!.Value)],
            Refused = await ListRefusals.Here(db, playlist, now, cancel),
        };
    }
}
