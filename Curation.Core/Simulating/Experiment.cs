using System.Collections.Immutable;
using System.Text.Json;
using Curation.Core.Auditing.Dimensions;
using Curation.Core.Playlists;

namespace Curation.Core.Simulating;

/// <summary>A recipe that an experiment tries on the same pool.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Blend">The recipe.</param>
public sealed record TriedRecipe(string Name, Blend Blend);

/// <summary>Recipes tried side by side in the feedback-loop laboratory, and what came of them. What was asked never changes; curves are added as they are drawn.</summary>
public sealed class Experiment
{
    /// <summary>What a new experiment compares, there to be changed: taste alone, which narrows what is heard, and the same with places kept for the tail and more from outside the pool, which widens it.</summary>
    public static ImmutableArray<TriedRecipe> Usual { get; } =
    [
        new("By taste alone", new Blend { EditorialWeight = 0, DiscoveryShare = 0.1 }),
        new("Places for the tail, with discovery", new Blend { EditorialWeight = 0, DiscoveryShare = 0.3, Exposure = new ExposureGoal { Dimension = BuiltInDimensions.Tier, Shares = [new GroupShare("tail", 0.3)], Method = ExposureMethod.OverListeners } }),
    ];

    /// <summary>Recipes in one experiment at most.</summary>
    public const int MostRecipes = 4;

    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest name of a dimension, in characters; two of them may be crossed in it.</summary>
    public const int LongestWatched = 200;

    /// <summary>Longest name of a recipe, in characters.</summary>
    public const int LongestName = 60;

    private Experiment()
    {
    }

    /// <summary>An experiment on a revision's pool.</summary>
    /// <exception cref="RefusedException">Fewer than two recipes or too many, two of one name, or values out of their range.</exception>
    public Experiment(Revision revision, string title, string watched, LoopOptions options, ImmutableArray<TriedRecipe> recipes, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(title)) throw new RefusedException("An experiment needs a title that says what it asks. Nothing was started.");
        MustFit("A title", title, LongestTitle);
        MustFit("The name of a dimension", watched, LongestWatched);
        if (recipes.Length is < 2 or > MostRecipes) throw new RefusedException($"An experiment compares two to {MostRecipes} recipes; this one has {recipes.Length}. Nothing was started.");
        if (recipes.Any(recipe => string.IsNullOrWhiteSpace(recipe.Name)) || recipes.DistinctBy(recipe => recipe.Name.Trim(), StringComparer.OrdinalIgnoreCase).Count() < recipes.Length)
            throw new RefusedException("Every recipe of an experiment has a name of its own. Nothing was started.");
        foreach (var recipe in recipes)
        {
            MustFit("The name of a recipe", recipe.Name, LongestName);
            recipe.Blend.Checked();
        }

        (Playlist, Revision, Title, Watched, By, At) = (revision.Playlist, revision.Id, title.Trim(), watched, by, at);
        Options = options.Checked();
        Recipes = recipes;
    }

    /// <summary>Identity in this store.</summary>
    public int Id { get; private set; }

    /// <summary>The playlist whose pool is used.</summary>
    public PlaylistId Playlist { get; private set; }

    /// <summary>The revision whose pool is used.</summary>
    public RevisionId Revision { get; private set; }

    /// <summary>What it asks, in words.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Name of the dimension whose groups are drawn.</summary>
    public string Watched { get; private set; } = "";

    /// <summary>How listeners and model go round.</summary>
    public LoopOptions Options { get; private set; } = new();

    /// <summary>The recipes that are compared.</summary>
    public ImmutableArray<TriedRecipe> Recipes { get; private set; } = [];

    /// <summary>The curves drawn so far, in the order of <see cref="Recipes"/>.</summary>
    public ImmutableArray<LoopCurve> Curves { get; private set; } = [];

    /// <summary>Listeners that were simulated; 0 before the first curve.</summary>
    public int Listeners { get; private set; }

    /// <summary>Who asked.</summary>
    public PersonId By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether every recipe has its curve.</summary>
    public bool IsDone => Curves.Length == Recipes.Length;

    /// <summary>Adds the next recipe's curve.</summary>
    public void Draw(LoopCurve curve, int listeners)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (IsDone || curve.Recipe != Recipes[Curves.Length].Name) throw new InvalidOperationException("Curves are drawn in the order of the recipes.");
        Curves = Curves.Add(curve);
        Listeners = listeners;
    }

    private static void MustFit(string what, string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Trim().Length > longest) throw new RefusedException($"{what} has at most {longest} characters; this one has {text.Trim().Length}. Nothing was started; shorten it.");
    }

    /// <summary>Options under which the parts of an experiment are stored.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}
