using System.Text.Json;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Cards;
using Curation.Core.Desk.Listeners;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Playlists;
using Curation.Core.Playlists;
using Curation.Tests.Desk.Editions;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Cards;

public sealed class CardTests
{
    [Fact]
    public async Task The_ranking_card_says_what_the_model_in_use_and_the_published_recipes_say()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        var (card, recipes) = await room.Get<ReadCards>().Run();
        var model = (await room.Get<ListModels>().All()).Single(row => row.Active);
        Assert.Equal((model.Hash, model.TrainedAt), (card.Model, card.TrainedAt!.Value));
        Assert.Equal(model.Card.Figures, card.Figures);
        Assert.Equal("30 %", Weight(card, "Editors' choice and order"));
        Assert.Equal("70 %", Weight(card, "The listener's own listening"));
        Assert.Equal("20 %", Weight(card, "Discoveries"));
        Assert.Equal("1 track", Weight(card, "Fixed places"));
        Assert.Equal("2 places", Weight(card, "Same artist apart"));
        Assert.Equal($"half after {new TrainingOptions().HalfLife:0} days", Weight(card, "Age of a play"));
        Assert.Contains($"by {model.Card.Options.Factorisation.Factors} numbers", card.Parameters[1].Means, StringComparison.Ordinal);
        Assert.Contains(card.Data, fact => fact.Name == "Tracks the model knows" && fact.Value == model.Card.Tracks.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));

        var recipe = Assert.Single(recipes);
        Assert.Equal(("night-drive", "Night Drive", 1), (recipe.Slug, recipe.Title, recipe.Edition));
        Assert.Contains("A list has 10 tracks. Editors chose the 12 it is made from, and gave 1 of them a fixed place for everyone.", recipe.Words);
        Assert.Contains("Up to 20 % of a list are discoveries: tracks from outside the editors' choice that the same people hear.", recipe.Words);
    }

    [Fact]
    public async Task The_cards_follow_what_changes()
    {
        await using var room = await Newsroom.Open();
        Assert.Empty((await room.Get<ReadCards>().Run()).Recipes);
        await room.Publish();
        room.Desk.Clock.Advance(ReadCards.Kept);
        Assert.Single((await room.Get<ReadCards>().Run()).Recipes);
        await room.Edit(new DraftEdit.SetBlend(new Blend { Size = 8, EditorialWeight = 1, DiscoveryShare = 0, AllowExplicit = false }));
        await room.Publish();
        room.Desk.Clock.Advance(ReadCards.Kept);
        var (card, recipes) = await room.Get<ReadCards>().Run();
        Assert.Equal("100 %", Weight(card, "Editors' choice and order"));
        Assert.Contains("The editors' order decides alone; nobody's listening changes it.", recipes[0].Words);
        Assert.Contains("Tracks marked as explicit, in 1 of 1 published playlists.", card.Excluded);
    }

    [Fact]
    public async Task The_cards_name_no_person_no_listener_and_nothing_that_is_not_published()
    {
        await using var room = await Newsroom.Open();
        await room.Publish();
        await room.Edit(new DraftEdit.Describe("A title that nobody may know yet", "A need that stays here", null));
        await room.Get<CreatePlaylist>().Run(room.Editor, "Secret plans");
        await room.Get<SetProfiling>().ByApp("app", "listener-4", off: true);
        var text = JsonSerializer.Serialize(await room.Get<ReadCards>().Run());
        Assert.Contains("Night Drive", text, StringComparison.Ordinal);
        foreach (var secret in (string[])["nobody may know", "stays here", "Home late", "Secret plans", "Ada", "Rue", "listener-", room.Editor.Person.Value, room.Reviewer.Person.Value])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains("(fewer than 10)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_and_without_playlists_the_cards_say_so()
    {
        await using var desk = await TestDesk.Open();
        var (card, recipes) = await desk.Get<ReadCards>().Run();
        Assert.Null(card.Model);
        Assert.Empty(card.Figures);
        Assert.Empty(recipes);
        Assert.Contains("No model is trained", card.Parameters[1].Means, StringComparison.Ordinal);
        Assert.Contains("nothing is published yet", card.Parameters[0].Means, StringComparison.Ordinal);
    }

    private static string Weight(RankingCard card, string name) => card.Parameters.Single(parameter => parameter.Name == name).Weight;
}
