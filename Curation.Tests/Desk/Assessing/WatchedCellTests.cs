using Curation.Core.Auditing.Dimensions;
using Curation.Core.Auditing.Figures;
using Curation.Core.Auditing.Policies;
using Curation.Core.Catalog;
using Curation.Core.Catalog.Attributes;
using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Assessing;
using Curation.Core.Desk.Models;
using Curation.Core.Desk.Policies;
using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Desk.Assessing;

public sealed class WatchedCellTests
{
    [Fact]
    public async Task A_cell_that_a_line_of_the_policy_in_force_names_is_told_apart_in_a_crossing_that_folds_others()
    {
        await using var desk = await TestDesk.Open();
        var admin = await desk.Person("Kim", Roles.Admin);
        await TownsAndVillages(desk);
        var line = new Threshold(MeasureKey.Parse("exposure/town × village/hamlet × village 0"), Side.Below, null, 0.001);
        Assert.DoesNotContain(line.Key.Group, await Cells([]));
        Assert.Contains(line.Key.Group, await Cells([line]));

        async Task<IReadOnlyList<string>> Cells(IEnumerable<Threshold> lines)
        {
            var (number, rules) = await desk.Get<ReadPolicies>().InForce();
            await desk.Get<SavePolicy>().Run(admin, number, rules with { Crossed = [new("town", "village")], Thresholds = [.. lines] }, "towns matter");
            var crossed = (await desk.Get<CurrentMeter>().Get(await desk.Get<CurrentModel>().Get(), CancellationToken.None)).All[0].Dimensions[^1];
            Assert.Contains(crossed.Groups, cell => Dimension.Crossing(cell)!.Value.One == Dimension.Other);
            return crossed.Groups;
        }
    }

    /// <summary>One artist is of the hamlet, three each of twenty towns and twenty villages.</summary>
    private static async Task TownsAndVillages(TestDesk desk)
    {
        await desk.Tracks(60);
        await using var db = await desk.Factory.CreateDbContextAsync();
        var (town, village) = (new CreatorAttribute("town", AttributeSubject.Artist), new CreatorAttribute("village", AttributeSubject.Artist));
        db.Attributes.AddRange(town, village);
        await db.SaveChangesAsync();
        foreach (var (place, artist) in db.Artists.Select(artist => artist.Id).ToList().Index())
        {
            db.AttributeValues.Add(new AttributeValue(town.Id, artist, place == 0 ? "hamlet" : $"town {place % 20}", "Register"));
            db.AttributeValues.Add(new AttributeValue(village.Id, artist, $"village {place % 20}", "Register"));
        }

        await db.SaveChangesAsync();
    }
}
