using System.Text.Json.Serialization;
using Curation.Core.Catalog;

namespace Curation.Core.Playlists;

/// <summary>A track that the editors allow, as it stands in a pool.</summary>
public sealed record Entry
{
    /// <summary>The track; a pool holds a track once.</summary>
    public required TrackId Track { get; init; }

    /// <summary>Who put it there.</summary>
    public required PersonId AddedBy { get; init; }

    /// <summary>When it was put there.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The position, from 1, at which it stands for everyone; null where it is not pinned.</summary>
    public int? Pin { get; init; }

    /// <summary>The editor's note; empty where there is none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The smart section that put it there and may take it away; null for what hands put there.</summary>
    public int? Section { get; init; }

    /// <summary>Whether a hand has been on the entry, by a pin, a note or a declaration, so that no smart section takes it away.</summary>
    [JsonIgnore]
    public bool IsSafe => Pin is not null || Note.Length > 0 || Commercial is not null;

    /// <summary>True where the entry behind it stays right behind it when the pool is put in order, as a segue or a spoken note needs; otherwise null.</summary>
    public bool? KeepWithNext { get; init; }

    /// <summary>The editors' words for finding it in the pool, folded and in order; null where there are none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>What somebody gives for it, declared by an editor; null where there is nothing to declare.</summary>
    public CommercialTie? Commercial { get; init; }

    /// <summary>Two entries are equal when all that was written of them is equal.</summary>
    public bool Equals(Entry? other) =>
        other is not null && Track == other.Track && AddedBy == other.AddedBy && AddedAt == other.AddedAt && Pin == other.Pin && Note == other.Note && KeepWithNext == other.KeepWithNext && Section == other.Section && Commercial == other.Commercial && (Tags ?? []).SequenceEqual(other.Tags ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Track, AddedBy, AddedAt, Pin, Note, KeepWithNext, Section, Tags?.Count);
}
