using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Research;

/// <summary>A line of the register of who got which bundle, for what and until when. It never changes.</summary>
public sealed class ResearchRelease
{
    /// <summary>Longest name of a recipient and longest purpose, in characters.</summary>
    public const int LongestText = 500;

    private ResearchRelease()
    {
    }

    /// <summary>A bundle that is handed over.</summary>
    /// <param name="edition">The edition it is about.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="purpose">For what.</param>
    /// <param name="until">The last day on which it may be used.</param>
    /// <param name="minimum">The smallest cell that it shows.</param>
    /// <param name="hash">SHA-256 of the file.</param>
    /// <param name="length">Length of the file in bytes.</param>
    /// <param name="by">Who hands it over.</param>
    /// <param name="at">When.</param>
    public ResearchRelease(int edition, string recipient, string purpose, DateOnly until, int minimum, string hash, int length, PersonId by, DateTimeOffset at)
    {
        if (until <= DateOnly.FromDateTime(at.UtcDateTime)) throw new RefusedException("The last day of use has passed or is today. Nothing was handed over; choose a later day.");
        (Edition, Recipient, Purpose) = (edition, Checked(recipient, "the recipient"), Checked(purpose, "the purpose"));
        (Until, Minimum, Hash, Length, By, At) = (until, minimum, hash, length, by, at);
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The edition it is about.</summary>
    public int Edition { get; private set; }

    /// <summary>Who got it.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>For what.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>The last day on which it may be used.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>The smallest cell that it shows.</summary>
    public int Minimum { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Length of the file in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Who handed it over.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    private static string Checked(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.Length is 0 or > LongestText) throw new RefusedException($"Name {what}, in at most {LongestText} characters. Nothing was handed over.");
        return text;
    }
}
