using Curation.Core.Importing;
using Xunit;

namespace Curation.Tests.Importing;

public sealed class ColumnMappingTests : IDisposable
{
    private readonly ReadingScratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Columns_are_known_by_many_names_however_they_are_written()
    {
        var mapping = ColumnMapping.Guess(ImportFormat.Plays, ["User ID", "Listened-At", "TRACK_NAME", "Artist Name", "mood"]);
        Assert.Equal(["User ID", "Listened-At", "TRACK_NAME", "Artist Name"], FieldNames.NeededBy(ImportFormat.Plays).Select(mapping.ColumnOf));
        Assert.Empty(mapping.Missing);
        Assert.Equal(["mood"], mapping.Unused);
    }

    [Fact]
    public void Seconds_are_heard_in_plays_and_the_length_elsewhere()
    {
        string[] columns = ["user", "time", "title", "artist", "seconds", "programme"];
        Assert.Equal("seconds", ColumnMapping.Guess(ImportFormat.Plays, columns).ColumnOf(ImportField.SecondsPlayed));
        Assert.Equal("seconds", ColumnMapping.Guess(ImportFormat.Lists, columns).ColumnOf(ImportField.DurationSeconds));
    }

    [Fact]
    public void A_person_can_choose_another_column()
    {
        var path = scratch.Write("p.csv", "who,when,title,alias,artist\nada,1709649000,One,Uno,Low Tide\n");
        var rows = scratch.Read(path, ImportFormat.Plays, change: mapping => mapping.With(ImportField.Listener, "who").With(ImportField.Time, "WHEN").With(ImportField.Title, "alias"));
        Assert.Equal("Uno", Assert.IsType<PlayRow>(Assert.Single(rows)).Track.Title);
    }

    [Fact]
    public void A_field_can_be_left_out()
    {
        var mapping = ColumnMapping.Guess(ImportFormat.Tracks, ["title", "artist", "year"]).With(ImportField.Released, null);
        Assert.Null(mapping.ColumnOf(ImportField.Released));
        Assert.Equal(["year"], mapping.Unused);
    }

    [Fact]
    public void A_column_or_field_that_does_not_exist_is_refused()
    {
        var mapping = ColumnMapping.Guess(ImportFormat.Tracks, ["title", "artist"]);
        Assert.Equal("There is no column year; the file has title, artist.", Assert.Throws<ImportStoppedException>(() => mapping.With(ImportField.Released, "year")).Message);
        Assert.Equal("The format tracks has no field listener.", Assert.Throws<ImportStoppedException>(() => mapping.With(ImportField.Listener, "title")).Message);
    }

    [Fact]
    public void Every_field_and_format_is_found_again_by_the_name_it_is_shown_under()
    {
        Assert.All(Enum.GetValues<ImportField>(), field => Assert.Equal(field, FieldNames.Named(FieldNames.NameOf(field))));
        Assert.All(Enum.GetValues<ImportFormat>(), format => Assert.Equal(format, ImportFormats.Named(ImportFormats.NameOf(format))));
        Assert.Null(FieldNames.Named("3"));
        Assert.Null(ImportFormats.Named("xml"));
    }
}
