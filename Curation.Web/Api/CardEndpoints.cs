using Curation.Core.Desk.Cards;

namespace Curation.Web.Api;

/// <summary>How recommendations are made, for anybody: the same as the page /about/recommendations, as JSON.</summary>
internal static class CardEndpoints
{
    public static void MapCards(this RouteGroupBuilder api)
    {
        var cards = api.MapGroup("/cards").AllowAnonymous();
        cards.MapGet("/ranking", async (HttpContext http, ReadCards read, CancellationToken cancel) => Answer(http, (await read.Run(cancel)).Ranking))
            .WithName("ReadRankingCard").WithSummary("Main parameters of the ranking: what it uses and how much, what it learned from, how it was measured, what it cannot do and what it leaves out. Open to anybody.").Produces<RankingCard>();
        cards.MapGet("/recipes", async (HttpContext http, ReadCards read, CancellationToken cancel) => Answer(http, new RecipeIndex((await read.Run(cancel)).Recipes)))
            .WithName("ListRecipeCards").WithSummary("The recipe of every published playlist in words. Open to anybody.").Produces<RecipeIndex>();
        cards.MapGet("/recipes/{slug}", async (string slug, HttpContext http, ReadCards read, CancellationToken cancel) =>
            (await read.Run(cancel)).Recipes.FirstOrDefault(recipe => recipe.Slug == slug) is { } recipe
                ? Answer(http, recipe)
                : Results.Problem($"No edition of \"{slug}\" is live.", statusCode: StatusCodes.Status404NotFound, title: "Not released"))
            .WithName("ReadRecipeCard").WithSummary("The recipe of one published playlist in words. Open to anybody.").Produces<RecipeCard>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Answer<T>(HttpContext http, T card)
    {
        http.Response.Headers.CacheControl = $"public, max-age={(int)ReadCards.Kept.TotalSeconds}";
        return Results.Ok(card);
    }

    /// <summary>The recipes of what listeners get now.</summary>
    internal sealed record RecipeIndex(IReadOnlyList<RecipeCard> Recipes);
}
