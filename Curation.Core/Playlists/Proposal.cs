namespace Curation.Core.Playlists;

/// <summary>Where a proposal, or one edit of it, stands.</summary>
public enum ProposalState
{
    /// <summary>Waits for the owner.</summary>
    Waiting,

    /// <summary>The owner took it.</summary>
    Taken,

    /// <summary>The owner took some of its edits.</summary>
    PartlyTaken,

    /// <summary>The owner left it.</summary>
    Left,

    /// <summary>Its writer took it back.</summary>
    Withdrawn,
}

/// <summary>Edits that somebody suggests to the owner of a playlist.</summary>
public sealed class Proposal
{
    private Proposal()
    {
    }

    /// <summary>A proposal that waits.</summary>
    public Proposal(PlaylistId playlist, PersonId by, DateTimeOffset at, string message)
    {
        Playlist = playlist;
        By = by;
        At = at;
        Message = message.Trim();
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>Who suggests.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Why, in their words.</summary>
    public string Message { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Who decided; null while it waits.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The owner's words back.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Decides, once.</summary>
    public void Close(ProposalState state, PersonId by, DateTimeOffset at, string answer)
    {
        if (State != ProposalState.Waiting) throw new RefusedException("This proposal was decided already; nothing was changed. Reload to see the outcome.");
        State = state;
        DecidedBy = by;
        DecidedAt = at;
        Answer = answer.Trim();
        Version++;
    }
}

/// <summary>One edit of a proposal.</summary>
public sealed class ProposedEdit
{
    private ProposedEdit()
    {
    }

    /// <summary>The edit at a place of a proposal, from 0.</summary>
    public ProposedEdit(int proposal, int number, string words, DraftEdit edit)
    {
        Proposal = proposal;
        Number = number;
        Words = words;
        Edit = edit;
    }

    /// <summary>The proposal.</summary>
    public int Proposal { get; private set; }

    /// <summary>Its place, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>What it does, in words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What it does.</summary>
    public DraftEdit Edit { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Takes it or leaves it.</summary>
    public void Close(ProposalState state) => State = state;
}
