using System.Text.Json.Serialization;

namespace Curation.Core.Playlists;

/// <summary>What somebody gives so that a track stands in a playlist, as its editors declare it; listeners' apps get it as a mark.</summary>
/// <param name="Who">Who gives it, such as a label or an advertiser.</param>
/// <param name="What">What is given, or the campaign.</param>
public sealed record CommercialTie(string Who, string What)
{
    /// <summary>Name of the value among an entry's fields.</summary>
    public const string Field = "commercial";

    /// <summary>Longest of either part, in characters.</summary>
    public const int Longest = 200;

    /// <summary>Whether it says who gives what, in words that fit.</summary>
    [JsonIgnore]
    public bool IsWhole => (Who ?? "").Trim().Length is > 0 and <= Longest && (What ?? "").Trim().Length is > 0 and <= Longest;

    /// <summary>The tie without space at its ends; refuses one that does not say who gives what.</summary>
    public CommercialTie Checked()
    {
        var (who, what) = ((Who ?? "").Trim(), (What ?? "").Trim());
        if (who.Length == 0 || what.Length == 0) throw new RefusedException("A declaration says who gives something and what it is. The old one was kept; write both.");
        if (who.Length > Longest || what.Length > Longest) throw new RefusedException($"Each part of a declaration has at most {Longest} characters; the old one was kept.");
        return new CommercialTie(who, what);
    }
}
