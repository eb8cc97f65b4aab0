using System.Globalization;

namespace Curation.Core.Auditing.Trail;

/// <summary>The heads of a file, checked among themselves: their numbers, their chain, their signatures and whose they are.</summary>
public sealed class HeadChain
{
    private HeadChain(IReadOnlyList<AuditHead> heads, IReadOnlyList<AuditHead> standing, TrailFault? fault, IReadOnlyList<string> notes)
    {
        Heads = heads;
        Standing = standing;
        Fault = fault;
        Notes = notes;
    }

    /// <summary>No heads at all.</summary>
    public static HeadChain Empty { get; } = new([], [], null, []);

    /// <summary>All heads that could be read, in their order.</summary>
    public IReadOnlyList<AuditHead> Heads { get; }

    /// <summary>The heads that the log must agree with, by ascending entry. A restore sets aside those of entries after the backup.</summary>
    public IReadOnlyList<AuditHead> Standing { get; }

    /// <summary>The first thing wrong with the heads; null where nothing is.</summary>
    public TrailFault? Fault { get; }

    /// <summary>What a reader should know although nothing is wrong.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Checks the lines of a file of heads.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="trusted">Fingerprints of the keys whose signatures count.</param>
    /// <param name="cancel">Asked to stop.</param>
    public static HeadChain Of(IEnumerable<string> lines, IReadOnlySet<string> trusted, CancellationToken cancel = default)
    {
        var heads = new List<AuditHead>();
        foreach (var line in lines)
        {
            if (AuditHead.Parse(line) is not { } head) return Broken(heads, [], $"Line {heads.Count + 1:N0} of the heads cannot be read.");
            heads.Add(head);
        }

        return Of(heads, trusted, cancel);
    }

    /// <summary>Checks heads.</summary>
    public static HeadChain Of(IReadOnlyList<AuditHead> heads, IReadOnlySet<string> trusted, CancellationToken cancel = default)
    {
        var standing = new List<AuditHead>();
        var notes = new List<string>();
        var signed = new bool[heads.Count];
        Parallel.For(0, heads.Count, new ParallelOptions { CancellationToken = cancel }, i => signed[i] = heads[i].IsSigned());
        var previous = AuditEntry.Genesis;
        long ended = 0;
        foreach (var (i, head) in heads.Index())
        {
            if (head.Number != i + 1) return Broken(heads, standing, $"Head {i + 1:N0} is missing; head {head.Number:N0} stands in its place.");
            if (head.Previous != previous) return Broken(heads, standing, $"Head {head.Number:N0} does not follow from the head before it.");
            if (!signed[i]) return Broken(heads, standing, $"Head {head.Number:N0} was changed after it was signed, or never was.");
            if (!trusted.Contains(head.Fingerprint())) return Broken(heads, standing, $"Head {head.Number:N0} is signed by a key that is not this workbench's ({InGroups(head.Fingerprint())}).");
            if (head.Entry < ended && head.Kind == HeadKind.Grown) return Broken(heads, standing, $"Head {head.Number:N0} names entry {head.Entry:N0}, although the head before it named entry {ended:N0} already.");
            if (head.Kind == HeadKind.Restored)
            {
                standing.RemoveAll(other => other.Entry > head.Entry);
                if (head.Entry < ended) notes.Add(Invariant($"A restore on {head.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC took the log from entry {ended:N0} back to entry {head.Entry:N0}; what was between is not in it."));
            }

            standing.Add(head);
            previous = head.Hash();
            ended = head.Entry;
        }

        if (heads.Count > 0 && heads[0].Entry > MostBeforeFirst) notes.Add(Invariant($"The oldest head names entry {heads[0].Entry:N0}, so nothing outside the store vouches for earlier ones one by one."));
        return new HeadChain(heads, standing, null, notes);
    }

    /// <summary>The first digits of a fingerprint, in groups, as people compare them.</summary>
    public static string InGroups(string fingerprint) => string.Join(' ', fingerprint.Chunk(4).Take(4).Select(part => new string(part)));

    private const int MostBeforeFirst = 200;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static HeadChain Broken(IReadOnlyList<AuditHead> heads, IReadOnlyList<AuditHead> standing, FormattableString because) => new(heads, standing, new TrailFault(0, Invariant(because)), []);
}
