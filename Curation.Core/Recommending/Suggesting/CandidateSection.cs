namespace Curation.Core.Recommending.Suggesting;

/// <summary>What a candidate would bring to the pool. Each has one section, the first that fits in the order New voices, Bridge, Long tail, Core.</summary>
public enum CandidateSection
{
    /// <summary>At home in the genres of the pool.</summary>
    Core,

    /// <summary>Of a genre that the pool does not have: its main genre has less than 5 % of the pool.</summary>
    Bridge,

    /// <summary>By an artist whose first release in the catalogue is less than two years old.</summary>
    NewVoice,

    /// <summary>Of the least-played tracks.</summary>
    LongTail,
}
