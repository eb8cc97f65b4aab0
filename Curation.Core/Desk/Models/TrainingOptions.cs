using Curation.Core.Recommending;

namespace Curation.Core.Desk.Models;

/// <summary>How models are trained here: the section "Curation:Training" of the settings.</summary>
public sealed record TrainingOptions
{
    /// <summary>Whether lists made elsewhere, such as radio programmes, count as evidence beside listeners. Default true.</summary>
    public bool ListsAsEvidence { get; init; } = true;

    /// <summary>How the recommenders learn.</summary>
    public ModelOptions Model { get; init; } = new();
}
