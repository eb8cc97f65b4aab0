using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Content;

/// <summary>Why somebody reports.</summary>
public enum ReportGround
{
    /// <summary>Hate or harassment.</summary>
    Hate,

    /// <summary>Violence or threats.</summary>
    Violence,

    /// <summary>Danger to children or to oneself.</summary>
    Harm,

    /// <summary>Rights of the reporter or of others.</summary>
    Rights,

    /// <summary>Private facts about a person.</summary>
    Privacy,

    /// <summary>Something that is said is wrong or misleads.</summary>
    Misleading,

    /// <summary>Advertising that is not marked.</summary>
    Advertising,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Grounds of reports in words.</summary>
public static class ReportGrounds
{
    /// <summary>The ground as people read it.</summary>
    public static string Words(ReportGround ground) => ground switch
    {
        ReportGround.Hate => "Hate or harassment",
        ReportGround.Violence => "Violence or threats",
        ReportGround.Harm => "Danger to children or to oneself",
        ReportGround.Rights => "Rights",
        ReportGround.Privacy => "Private facts about a person",
        ReportGround.Misleading => "Wrong or misleading",
        ReportGround.Advertising => "Advertising that is not marked",
        _ => "Something else",
    };
}

/// <summary>What somebody outside says is wrong. Its reference is known to them alone and shows the outcome to whoever has it.</summary>
public sealed class OutsideReport
{
    /// <summary>Longest description, in characters.</summary>
    public const int LongestWords = 2_000;

    /// <summary>Longest place and longest contact, in characters.</summary>
    public const int LongestLine = 300;

    private OutsideReport()
    {
    }

    /// <summary>A report under a reference that nobody can guess.</summary>
    /// <exception cref="RefusedException">It says nothing, or too much.</exception>
    public OutsideReport(string reference, ReportGround ground, string where, string words, string contact, PersonId? person, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        if (string.IsNullOrWhiteSpace(words)) throw new RefusedException("A report says what is wrong. Nothing was sent; write a sentence.");
        if (string.IsNullOrWhiteSpace(where)) throw new RefusedException("A report says where: the playlist, the track or the address. Nothing was sent.");
        if (words.Length > LongestWords) throw new RefusedException($"A description has at most {LongestWords} characters; nothing was sent.");
        if (where.Length > LongestLine || contact.Length > LongestLine) throw new RefusedException($"Place and contact have at most {LongestLine} characters; nothing was sent.");
        if (!Enum.IsDefined(ground)) throw new RefusedException("There is no such ground; nothing was sent.");
        Reference = reference;
        Ground = ground;
        Where = where.Trim();
        Words = words.Trim();
        Contact = contact.Trim();
        Person = person;
        At = at;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>What the reporter reads the outcome by.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The case it belongs to; several reports of the same thing share one.</summary>
    public int Case { get; private set; }

    /// <summary>Why it was made.</summary>
    public ReportGround Ground { get; private set; }

    /// <summary>Where it is, in the reporter's words.</summary>
    public string Where { get; private set; } = "";

    /// <summary>What is wrong, in the reporter's words.</summary>
    public string Words { get; private set; } = "";

    /// <summary>How to reach them; empty where they do not say.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>The person of this house who made it; null for anybody else.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The program that delivered it; null for the form.</summary>
    public string? Program { get; private set; }

    /// <summary>The program's key for this delivery.</summary>
    public string? DeliveryKey { get; private set; }

    /// <summary>SHA-256 of what was delivered.</summary>
    public string? DeliveryHash { get; private set; }

    /// <summary>Notes which program delivered it, so that the same delivery is taken once.</summary>
    public void DeliveredBy(string program, string key, string sha256) => (Program, DeliveryKey, DeliveryHash) = (program, key, sha256);

    /// <summary>Puts the report to a case.</summary>
    public void Join(int ofCase)
    {
        if (Case != 0) throw new RefusedException("This report belongs to a case already; nothing was changed.");
        Case = ofCase;
    }
}
