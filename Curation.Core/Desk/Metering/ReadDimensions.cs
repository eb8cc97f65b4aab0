using Curation.Core.Auditing.Dimensions;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Models;

namespace Curation.Core.Desk.Metering;

/// <summary>Names the dimensions that recipes and experiments can choose from, with their groups.</summary>
public sealed class ReadDimensions(CurrentModel current, CurrentMeter meters)
{
    /// <summary>All dimensions of the catalogue as it is now.</summary>
    public async Task<IReadOnlyList<Dimension>> All(CancellationToken cancel = default) => (await meters.Get(await current.Get(cancel), cancel)).Ground.Dimensions;
}
