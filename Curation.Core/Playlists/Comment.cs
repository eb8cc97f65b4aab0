using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>Something said about a playlist or one of its entries. The first of a thread can be resolved; the others answer it.</summary>
public sealed class Comment
{
    /// <summary>Longest comment, in characters.</summary>
    public const int Longest = 2_000;

    private Comment()
    {
    }

    /// <summary>A comment; <paramref name="thread"/> is the comment it answers, <paramref name="track"/> the entry it is about.</summary>
    public Comment(PlaylistId playlist, TrackId? track, int? thread, string text, PersonId by, DateTimeOffset at)
    {
        Playlist = playlist;
        Track = track;
        Thread = thread;
        Text = Checked(text);
        By = by;
        At = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The entry it is about; null for the whole playlist.</summary>
    public TrackId? Track { get; private set; }

    /// <summary>The first comment of its thread; null where it is the first.</summary>
    public int? Thread { get; private set; }

    /// <summary>What was said.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who said it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When its author wrote it anew; null where it stands as it was said.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Who called the matter settled; null while it is open.</summary>
    public PersonId? ResolvedBy { get; private set; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Writes it anew, by its own author.</summary>
    public void Rewrite(string text, PersonId by, DateTimeOffset at)
    {
        if (by != By) throw new RefusedException("Only who wrote a comment can change it. It was kept as it is; answer it instead.");
        Text = Checked(text);
        EditedAt = at;
    }

    /// <summary>Calls the matter settled, or opens it again.</summary>
    public void Settle(bool settled, PersonId by, DateTimeOffset at)
    {
        if (Thread is not null) throw new RefusedException("A whole thread is settled, not one answer. Nothing was changed.");
        ResolvedBy = settled ? by : null;
        ResolvedAt = settled ? at : null;
    }

    private static string Checked(string text) => text.Trim() switch
    {
        "" => throw new RefusedException("A comment needs words; nothing was saved."),
        { Length: > Longest } => throw new RefusedException($"A comment has at most {Longest} characters; nothing was saved. Shorten it, or write two."),
        var said => said,
    };
}

/// <summary>A person whom a comment names.</summary>
public sealed record CommentMention(int Comment, PersonId Person);
