namespace Curation.Core.Playlists;

/// <summary>The name and note that editors gave a revision; kept beside it, because a submitted revision itself never changes.</summary>
public sealed class RevisionLabel
{
    /// <summary>Longest name, in characters.</summary>
    public const int Longest = 60;

    private RevisionLabel()
    {
    }

    /// <summary>A name for a revision.</summary>
    public RevisionLabel(RevisionId revision, string name, string note, PersonId by, DateTimeOffset at)
    {
        Revision = revision;
        Write(name, note, by, at);
    }

    /// <summary>The revision.</summary>
    public RevisionId Revision { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What there is to say of it; may be empty.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Who named it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Names it anew.</summary>
    public void Write(string name, string note, PersonId by, DateTimeOffset at)
    {
        if (name.Trim().Length is 0 or > Longest) throw new RefusedException($"A revision's name has 1 to {Longest} characters; nothing was changed.");
        if (note.Length > Draft.LongestText) throw new RefusedException($"A note has at most {Draft.LongestText} characters; nothing was changed.");
        Name = name.Trim();
        Note = note.Trim();
        By = by;
        At = at;
    }
}
