using Bunit;
using Curation.Core.Importing;
using Curation.Web.Admin.Imports;
using Xunit;

namespace Curation.Tests.Web.Admin;

public sealed class MappingTableTests : IAsyncDisposable
{
    private static readonly string[][] Sample = [["ada", "1709649000", "One", "Low Tide", "calm"], ["bob", "1709649001", "Two", "Low Tide", ""]];
    private readonly BunitContext context = new();

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public void Every_field_shows_the_column_that_was_guessed_for_it_with_cells_of_the_file()
    {
        var table = Render(ColumnMapping.Guess(ImportFormat.Plays, ["who", "time", "title", "artist", "mood"]));
        Assert.Equal("artist", table.Find("#map-artist").GetAttribute("value"));
        Assert.Equal("One · Two", table.Find("#map-title").Closest("tr")!.LastElementChild!.TextContent);
        Assert.Equal("Low Tide", table.Find("#map-artist").Closest("tr")!.LastElementChild!.TextContent);
        Assert.Contains("Not read: who, mood.", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_needed_field_without_a_column_stands_out()
    {
        var table = Render(ColumnMapping.Guess(ImportFormat.Plays, ["who", "time", "title", "artist", "mood"]));
        Assert.NotNull(table.Find("#map-listener").Closest("tr")!.QuerySelector(".tone-red"));
        Assert.Null(table.Find("#map-title").Closest("tr")!.QuerySelector(".tone-red"));
    }

    [Fact]
    public void Choosing_a_column_says_which_field_takes_it_and_choosing_none_takes_it_away()
    {
        var chosen = new List<(ImportField, string?)>();
        var table = Render(ColumnMapping.Guess(ImportFormat.Plays, ["who", "time", "title", "artist", "mood"]), chosen.Add);
        table.Find("#map-listener").Change("who");
        table.Find("#map-title").Change("");
        Assert.Equal([(ImportField.Listener, "who"), (ImportField.Title, null)], chosen);
    }

    private IRenderedComponent<MappingTable> Render(ColumnMapping mapping, Action<(ImportField Field, string? Column)>? onChange = null) =>
        context.Render<MappingTable>(parameters => parameters
            .Add(table => table.Mapping, mapping)
            .Add(table => table.Sample, Sample)
            .Add(table => table.OnChange, onChange ?? (_ => { })));
}
