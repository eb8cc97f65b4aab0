using Curation.Core.Listening;
using Curation.Core.Playlists;

namespace Curation.Core.Blending;

/// <summary>One listener's list.</summary>
public sealed class ComposedList
{
    private readonly Slot[] slots;
    private readonly byte[] hash;

    internal ComposedList(ListenerId? listener, Slot[] slots, byte[] hash, IReadOnlyList<LeftOut> leftOut, Shortfall? shortfall)
    {
        Listener = listener;
        this.slots = slots;
        this.hash = hash;
        LeftOut = leftOut;
        Shortfall = shortfall;
    }

    /// <summary>Whose list it is; null for the shared one.</summary>
    public ListenerId? Listener { get; }

    /// <summary>The places in order.</summary>
    public ReadOnlySpan<Slot> Slots => slots;

    /// <summary>The list's hash, see <see cref="ListOrigin.HashOf"/>.</summary>
    public ReadOnlySpan<byte> Hash => hash;

    /// <summary>The hash as 64 lower-case hexadecimal digits.</summary>
    public string HashText => Convert.ToHexStringLower(hash);

    /// <summary>Tracks of the pool that were left out, in the pool's order.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>Why the list is shorter than the recipe asks; null where it is not.</summary>
    public Shortfall? Shortfall { get; }
}

/// <summary>A list came out shorter than its recipe asks.</summary>
/// <param name="Wanted">Tracks that the recipe asks for.</param>
/// <param name="Got">Tracks there are.</param>
/// <param name="WouldHoldAt">The largest artist separation at which the list would be as long as the tracks allow; null where the tracks run out, whatever the separation.</param>
public sealed record Shortfall(int Wanted, int Got, int? WouldHoldAt);
