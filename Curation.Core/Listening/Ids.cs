using System.Globalization;

namespace Curation.Core.Listening;

/// <summary>Identifies a listener in this store; outside it a listener is known only by a pseudonymous key.</summary>
public readonly record struct ListenerId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Identifies one import, so that what it brought can be named and taken back.</summary>
public readonly record struct BatchId(int Value);

/// <summary>Identifies a list that was imported as evidence, such as a radio programme on one day.</summary>
public readonly record struct EvidenceListId(int Value);
