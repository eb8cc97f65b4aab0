using Curation.Core.Desk.Acting;
using Curation.Core.Desk.Imports;
using Curation.Core.Desk.Listeners;
using Curation.Core.Importing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Desk.Imports;

public sealed class ListenerColumnsTests : IAsyncLifetime
{
    private ImportScratch scratch = null!;

    public async ValueTask InitializeAsync() => scratch = await ImportScratch.Open();

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    [Fact]
    public async Task A_file_of_listeners_is_told_by_its_columns_and_the_mapping_is_shown_before()
    {
        var path = scratch.Files.Write("people.csv", "user,age_band,country,member_since,clean_only\nada,25-34,DE,2024-03-05,yes\n");
        var preview = await scratch.Desk.Get<PreviewImport>().Run(Actor.Console, path, "people.csv", null, uploaded: false);
        Assert.Equal(ImportFormat.Listeners, preview.Plan.Format);
        Assert.Equal(("user", "age_band", "country", "member_since", "clean_only"), (
            preview.Plan.Mapping!.ColumnOf(ImportField.Listener), preview.Plan.Mapping.ColumnOf(ImportField.AgeBand), preview.Plan.Mapping.ColumnOf(ImportField.Region),
            preview.Plan.Mapping.ColumnOf(ImportField.Since), preview.Plan.Mapping.ColumnOf(ImportField.ExcludesExplicit)));
    }

    [Fact]
    public async Task Attributes_and_the_setting_come_in_and_a_file_keeps_explicit_tracks_away_but_never_lets_them_through_again()
    {
        var first = scratch.Files.Write("one.csv", "listener,ageBand,region,since,excludesExplicit\nada,25-34,DE,2024-03-05,yes\nbo,,,,no\ncy,,,,\n");
        Assert.Equal(3, (await scratch.Import(first)).Kept);
        Assert.Equal(3, (await scratch.Import(first)).AlreadyThere);
        var ada = await Of("ada");
        Assert.Equal(("25-34", "DE", new DateOnly(2024, 3, 5), true), (ada.AgeBand, ada.Region, ada.Since!.Value, ada.ExcludesExplicit));
        Assert.False((await Of("bo")).ExcludesExplicit);

        var later = await scratch.Import(scratch.Files.Write("two.csv", "listener,region,excludesExplicit\nada,FR,no\nbo,,yes\ncy,,\n"));
        Assert.Equal((2, 1), (later.Kept, later.AlreadyThere));
        ada = await Of("ada");
        Assert.Equal(("25-34", "FR", true), (ada.AgeBand, ada.Region, ada.ExcludesExplicit));
        Assert.True((await Of("bo")).ExcludesExplicit);
        Assert.Equal(3, await scratch.Look(db => db.Listeners.CountAsync()));
    }

    [Theory]
    [InlineData("born on 5 March 1981 at noon,,", "is longer than 20 characters")]
    [InlineData(",,perhaps", "is neither true nor false")]
    public async Task What_tells_too_much_or_cannot_be_read_is_set_aside_with_its_reason(string cells, string reason)
    {
        var summary = await scratch.Import(scratch.Files.Write("one.csv", $"listener,ageBand,region,excludesExplicit\nada,{cells}\n"));
        Assert.Equal(1, summary.Quarantined);
        Assert.Contains(reason, await File.ReadAllTextAsync(summary.Quarantine!), StringComparison.Ordinal);
    }

    [Fact]
    public void Plays_that_lack_a_column_are_not_taken_for_listeners()
    {
        var path = scratch.Files.Write("plays.csv", "user,country,title\nada,DE,Glass Pier\n");
        Assert.Throws<ImportStoppedException>(() => FormatDetector.Detect(ImportSource.At(path, new ImportLimits()), new ImportLimits()));
    }

    [Fact]
    public async Task Of_a_track_it_is_known_whether_a_source_says_that_it_is_explicit_or_not()
    {
        await scratch.Import(scratch.Files.Write("one.csv", "title,artist,explicit\nOne,Low Tide,yes\nTwo,Low Tide,no\nThree,Low Tide,\n"));
        Assert.Equal([(true, true), (false, true), (false, false)], await Stated());
        Assert.Equal(1, (await scratch.Import(scratch.Files.Write("two.csv", "title,artist,explicit\nTwo,Low Tide,no\nThree,Low Tide,no\n"))).Kept);
        Assert.Equal([(true, true), (false, true), (false, true)], await Stated());
    }

    private async Task<List<(bool, bool)>> Stated() =>
        (await scratch.Look(db => db.Tracks.OrderBy(row => row.Id).Select(row => new { row.Explicit, row.ExplicitStated }).ToListAsync())).ConvertAll(row => (row.Explicit, row.ExplicitStated));

    private async Task<ListenerView> Of(string key) => (await scratch.Desk.Get<ReadListener>().ByKey(key))!;
}
