using Curation.Core.Playlists;

namespace Curation.Core.Publishing;

/// <summary>Which edition of a playlist listeners get: none or a whole one, never two, never a part. The steps of a switch stand in one transaction.</summary>
public static class Rollout
{
    /// <summary>First step of a switch: the live edition, if any, stands back.</summary>
    public static void StandBack(Playlist playlist, Edition? live)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        live?.Supersede();
        playlist.Serve(0);
    }

    /// <summary>Completes an edition and serves it.</summary>
    public static void GoLive(Playlist playlist, Edition next, string hash, int listCount, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        ArgumentNullException.ThrowIfNull(next);
        next.Complete(hash, listCount, at);
        playlist.Serve(next.Id);
    }

    /// <summary>Serves an earlier edition again.</summary>
    /// <exception cref="RefusedException">It belongs to another playlist, or was never complete.</exception>
    public static void ServeAgain(Playlist playlist, Edition earlier)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        ArgumentNullException.ThrowIfNull(earlier);
        if (earlier.Playlist != playlist.Id) throw new RefusedException("That edition belongs to another playlist. Nothing was changed.");
        earlier.Restore();
        playlist.Serve(earlier.Id);
    }

    /// <summary>Takes the live edition from listeners, so that they get none.</summary>
    /// <exception cref="RefusedException">None is live.</exception>
    public static void Withdraw(Playlist playlist, Edition? live)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        if (live is null) throw new RefusedException("No edition of this playlist is live, so there is nothing to withdraw.");
        live.Withdraw();
        playlist.Serve(0);
    }
}
