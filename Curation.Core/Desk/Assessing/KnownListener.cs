using Curation.Core.Listening;

namespace Curation.Core.Desk.Assessing;

/// <summary>What is known of a listener besides what they heard.</summary>
/// <param name="Id">The listener.</param>
/// <param name="AgeBand">Coarse age band, where given.</param>
/// <param name="Region">Coarse region, where given.</param>
/// <param name="Since">Listening since this day, where given.</param>
/// <param name="ProfilingOff">Whether the listener's history must not be used.</param>
/// <param name="ExcludesExplicit">Whether no explicit track may be on their lists.</param>
internal sealed record KnownListener(ListenerId Id, string? AgeBand, string? Region, DateOnly? Since, bool ProfilingOff, bool ExcludesExplicit);
