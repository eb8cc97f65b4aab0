using Curation.Core.Blending;
using Curation.Core.Desk.Previews;
using Curation.Core.Recommending;

namespace Curation.Core.Desk.Assessing;

/// <summary>Listeners and what they heard, the same row in each. Of listeners with profiling off nothing was read.</summary>
/// <param name="Listeners">The listeners, by id.</param>
/// <param name="Histories">What each heard.</param>
/// <param name="Population">How many listeners there are; more than rows where this is a sample.</param>
/// <param name="ReadAt">When it was read.</param>
internal sealed record SimulatedAudience(KnownListener[] Listeners, ListenerHistory[] Histories, int Population, DateTimeOffset ReadAt)
{
    /// <summary>The listeners as recipients of lists, as preview and publishing make them.</summary>
    public Recipient[] Recipients(IRecommender? model)
    {
        var recipients = new Recipient[Histories.Length];
        Parallel.For(0, recipients.Length, row => recipients[row] = Histories[row].ToRecipient(model));
        return recipients;
    }
}
