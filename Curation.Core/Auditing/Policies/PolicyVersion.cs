using System.Security.Cryptography;
using System.Text;
using Curation.Core.Playlists;

namespace Curation.Core.Auditing.Policies;

/// <summary>One change of the rules that playlists are held against. Numbers only grow, whichever part changed, so that one number names all rules in force. Immutable.</summary>
public sealed class PolicyVersion
{
    /// <summary>The part that is thresholds, checklist and second reviews.</summary>
    public const string OfThresholds = "thresholds";

    /// <summary>The part that is rules about content.</summary>
    public const string OfContent = "content";

    /// <summary>Longest reason.</summary>
    public const int LongestWhy = 500;

    private PolicyVersion()
    {
    }

    /// <summary>A version with new rules; null where another part than the thresholds changed.</summary>
    public PolicyVersion(int number, string part, PolicyRules? rules, string why, PersonId by, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        why = (why ?? "").Trim();
        if (why.Length == 0) throw new RefusedException("A change of the rules needs a reason. Nothing was saved; write why first.");
        if (why.Length > LongestWhy) throw new RefusedException($"A reason has at most {LongestWhy} letters. Nothing was saved.");
        Number = number;
        Part = part;
        Rules = rules;
        Why = why;
        By = by;
        At = at;
        Hash = ComputeHash();
    }

    /// <summary>The number of the rules from this change on.</summary>
    public int Number { get; private set; }

    /// <summary>What changed.</summary>
    public string Part { get; private set; } = "";

    /// <summary>The new thresholds; null where they stay as they were.</summary>
    public PolicyRules? Rules { get; private set; }

    /// <summary>Why it changed.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Who changed it.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>SHA-256 of the rules; empty where they stay as they were.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash of what stands here now; another than <see cref="Hash"/> where somebody changed it.</summary>
    public string ComputeHash() => Rules is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PolicyJson.Write(Rules))));
}
