using System.Globalization;

namespace Curation.Core.Listening;

/// <summary>Identifies a listener in this store; outside it a listener is known only by a pseudonymous key.</summary>
public readonly record struct ListenerId(int Value) : IComparable<ListenerId>
{
    /// <summary>Whether one comes before the other in listener order.</summary>
    public static bool operator <(ListenerId one, ListenerId other) => one.Value < other.Value;

    /// <summary>Whether one comes after the other in listener order.</summary>
    public static bool operator >(ListenerId one, ListenerId other) => one.Value > other.Value;

    /// <summary>Whether one does not come after the other in listener order.</summary>
    public static bool operator <=(ListenerId one, ListenerId other) => one.Value <= other.Value;

    /// <summary>Whether one does not come before the other in listener order.</summary>
    public static bool operator >=(ListenerId one, ListenerId other) => one.Value >= other.Value;

    /// <inheritdoc/>
    public int CompareTo(ListenerId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies one import, so that what it brought can be named and taken back.</summary>
public readonly record struct BatchId(int Value);

/// <summary>Identifies a list that was imported as evidence, such as a radio programme on one day.</summary>
public readonly record struct EvidenceListId(int Value);
