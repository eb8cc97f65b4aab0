using Curation.Core.Playlists;
using Curation.Core.Storage;

namespace Curation.Core.Desk.Acting;

/// <summary>One authorised write in progress: its context, its actor and its time. Everything in it is committed together or not at all.</summary>
public sealed class Write
{
    private readonly HashSet<PlaylistId> changes = [];

    internal Write(CurationDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        Db = db;
        Actor = actor;
        Now = now;
        Cancel = cancel;
    }

    /// <summary>The context, inside the transaction.</summary>
    public CurationDb Db { get; }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>When.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Asked to stop.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Puts what is being done on record, in the same transaction.</summary>
    public Task Log(string action, string subject, string detail = "") => Db.Log(Actor.Person, action, subject, detail, Now, Cancel);

    /// <summary>Open pages of the playlist look again once this is committed.</summary>
    public void Changed(PlaylistId playlist) => changes.Add(playlist);

    internal IReadOnlySet<PlaylistId> Changes => changes;
}
