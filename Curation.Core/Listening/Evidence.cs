namespace Curation.Core.Listening;

/// <summary>One track of a history, as a recommender takes it.</summary>
/// <param name="Row">Row of the track in the model's <see cref="TrackIndex"/>.</param>
/// <param name="Weight">How much it counts: plays for a listener, 1 for a track of a pool or list; negative where it was skipped.</param>
public readonly record struct Evidence(int Row, float Weight);
