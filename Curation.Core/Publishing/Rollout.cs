using Curation.Core.Playlists;

namespace Curation.Core.Publishing;

/// <summary>Which edition of a playlist listeners get: none or a whole one, never two, never a part.</summary>
public static class Rollout
{
    /// <summary>Completes an edition and serves it in place of the live one.</summary>
    public static void GoLive(Playlist playlist, Edition? live, Edition next, string hash, int listCount, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        ArgumentNullException.ThrowIfNull(next);
        live?.Supersede();
        next.Complete(hash, listCount, at);
        playlist.Serve(next.Id);
    }

    /// <summary>Serves an earlier edition again.</summary>
    /// <exception cref="RefusedException">It is live already, belongs to another playlist, or was never complete.</exception>
    public static void ServeAgain(Playlist playlist, Edition? live, Edition earlier)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        ArgumentNullException.ThrowIfNull(earlier);
        if (earlier.Playlist != playlist.Id) throw new RefusedException("That edition belongs to another playlist. Nothing was changed.");
        if (earlier.State == EditionState.Live) throw new RefusedException($"Edition {earlier.Number} is live already. Nothing was changed.");
        earlier.Restore();
        live?.Supersede();
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
