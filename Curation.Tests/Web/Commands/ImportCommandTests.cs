using Curation.Tests.Fixtures;
using Curation.Web.Commands;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Curation.Tests.Web.Commands;

public sealed class ImportCommandTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("curation-import");

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Several_files_are_imported_in_the_order_given()
    {
        await using var desk = await TestDesk.Open();
        var first = await Written("first.csv", "Blue Door,Anna Kern");
        var second = await Written("second.csv", "Low Tide,Bert Moll");
        using var output = new StringWriter();

        Assert.Equal(0, await Import(desk, output, first, second));

        await using var db = await desk.Factory.CreateDbContextAsync();
        var titles = await db.Tracks.OrderBy(track => track.Id).Select(track => track.Title).ToListAsync();
        Assert.Equal(["Blue Door", "Low Tide"], titles);
        Assert.Contains("first.csv: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("second.csv: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_keep_the_next_from_being_imported()
    {
        await using var desk = await TestDesk.Open();
        var second = await Written("second.csv", "Low Tide,Bert Moll");
        using var output = new StringWriter();

        Assert.Equal(1, await Import(desk, output, Path.Combine(folder.FullName, "missing.csv"), second));

        await using var db = await desk.Factory.CreateDbContextAsync();
        Assert.Equal("Low Tide", await db.Tracks.Select(track => track.Title).SingleAsync());
    }

    private static async Task<int> Import(TestDesk desk, StringWriter output, params string[] paths)
    {
        var command = ImportCommand.Create(_ => Task.FromResult(new ImportDesk(desk.Services, new Nothing())));
        return await command.Parse([.. paths, "--as", "tracks"]).InvokeAsync(new() { Output = output, Error = output });
    }

    private async Task<string> Written(string name, string row)
    {
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file, $"title,artist\n{row}\n");
        return file;
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
