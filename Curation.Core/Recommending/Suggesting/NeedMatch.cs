namespace Curation.Core.Recommending.Suggesting;

/// <summary>What a written need found: a raw score for every position, and for one position what gave it.</summary>
internal sealed record NeedMatch(float[] Scores, Func<int, IEnumerable<Reason>> Parts)
{
    /// <summary>Most tracks that stand for the need before a trained model.</summary>
    private const int MostEvidence = 40;

    /// <summary>A weaker match is a guess, and a model would make much of it.</summary>
    private const float ClearMatch = 0.25f;

    /// <summary>Whether anything in the catalogue is asked for, or against.</summary>
    public bool Speaks => Scores.AsSpan().ContainsAnyExcept(0f);

    /// <summary>
    /// The played tracks that fit clearly, at 0.25 or more, and at least half as well as the best, 40 at most, as evidence for a model in the place of a pool: by fit, and among equals the most played.
    /// Each weighs by its fit and stands for the genre or tag that speaks most for it; a word in a title says too little of the music.
    /// </summary>
    public Dictionary<int, (Reason Reason, float Weight)> Evidence(SuggestionGround ground)
    {
        var fitting = Enumerable.Range(0, Scores.Length).Where(position => Scores[position] >= ClearMatch && ground.Plays[position] > 0)
            .Select(position => (Position: position, Score: Scores[position], Reason: Parts(position).MaxBy(part => part.Amount)))
            .Where(track => track.Reason.Kind != ReasonKind.NeedTitle)
            .OrderByDescending(track => track.Score).ThenByDescending(track => ground.Plays[track.Position]).ThenBy(track => track.Position)
            .Take(MostEvidence).ToList();
        return fitting.Where(track => track.Score >= fitting[0].Score / 2)
            .ToDictionary(track => track.Position, track => (track.Reason with { Amount = 0 }, track.Score / fitting[0].Score));
    }
}
