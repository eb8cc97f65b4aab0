using Curation.Core.Recommending;

namespace Curation.Core.Desk.Cards;

/// <summary>What takes part in the order of lists, how much, and what it is.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Weight">How much it counts, as a value or the range over published playlists.</param>
/// <param name="Means">What it is and where it comes from.</param>
public sealed record MainParameter(string Name, string Weight, string Means);

/// <summary>A fact about what was learned from.</summary>
public sealed record CardFact(string Name, string Value);

/// <summary>How recommendations are made here, made from the settings and the model in use; for anybody to read.</summary>
/// <param name="MadeAt">When it was put together.</param>
/// <param name="Model">Hash of the model in use; null where none is.</param>
/// <param name="TrainedAt">When that was trained.</param>
/// <param name="Parameters">The main parameters, the most important first.</param>
/// <param name="Data">What was learned from.</param>
/// <param name="Figures">How well the model ranks what was held out, with 95 % intervals; empty where it was not measured.</param>
/// <param name="MeasuredOn">What was held out, in words.</param>
/// <param name="Limits">What it cannot do.</param>
/// <param name="Excluded">What it leaves out.</param>
public sealed record RankingCard(
    DateTimeOffset MadeAt,
    string? Model,
    DateTimeOffset? TrainedAt,
    IReadOnlyList<MainParameter> Parameters,
    IReadOnlyList<CardFact> Data,
    IReadOnlyList<CardFigure> Figures,
    string MeasuredOn,
    IReadOnlyList<string> Limits,
    IReadOnlyList<string> Excluded);

/// <summary>The recipe of a published playlist in words.</summary>
/// <param name="Slug">The playlist in addresses.</param>
/// <param name="Title">Its title as published.</param>
/// <param name="Edition">The edition that listeners get now.</param>
/// <param name="PublishedAt">Since when.</param>
/// <param name="Model">Hash of the model that took part.</param>
/// <param name="Words">The recipe, a sentence each.</param>
public sealed record RecipeCard(string Slug, string Title, int Edition, DateTimeOffset PublishedAt, string Model, IReadOnlyList<string> Words);

/// <summary>Both kinds of card, of one moment.</summary>
public sealed record Cards(RankingCard Ranking, IReadOnlyList<RecipeCard> Recipes);
