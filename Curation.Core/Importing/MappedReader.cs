using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>Turns rows of separated columns into plays, tracks, artists, listeners or lists by a mapping.</summary>
internal sealed class MappedReader
{
    private const string NoList = "(no name)";
    private readonly SeparatedRows rows;
    private readonly ColumnMapping mapping;
    private readonly Reading reading;
    private readonly Cells cells;
    private readonly TrackCells tracks;
    private readonly Func<string, bool> isShared;
    private readonly Dictionary<(string, DateOnly?), int> lengths = [];

    public MappedReader(SeparatedRows rows, ColumnMapping mapping, Reading reading, Func<string, bool>? isShared = null)
    {
        this.rows = rows;
        this.mapping = mapping;
        this.reading = reading;
        this.isShared = isShared ?? (_ => false);
        cells = new Cells(rows, mapping, reading);
        tracks = new TrackCells(cells, mapping);
    }

    /// <summary>All good rows; bad ones go to the quarantine under the name of the part.</summary>
    public IEnumerable<ImportRow> Read(string part)
    {
        while (rows.Next(mapping.Columns.Count))
        {
            cells.Begin();
            var row = cells.Problem is null ? Make() : null;
            if (row is null || cells.Problem is not null)
            {
                reading.Refuse(part, rows.Line, cells.Problem ?? "the row says nothing", rows.Raw);
                continue;
            }

            reading.RowsRead++;
            yield return row;
        }
    }

    private ImportRow? Make() => mapping.Format switch
    {
        ImportFormat.Plays or ImportFormat.LastFm => Play(),
        ImportFormat.Tracks => tracks.Read() is { } track ? new TrackRow(rows.Line, track) : null,
        ImportFormat.Lists => Listed(),
        ImportFormat.Listeners => Listener(),
        _ => Artist(),
    };

    private PlayRow? Play()
    {
        var listener = cells.Needed(ImportField.Listener);
        var at = Needed(ImportField.Time, cells.Time(ImportField.Time));
        var track = tracks.Read();
        var ms = cells.Number(ImportField.MsPlayed, 0, 86_400_000) ?? cells.Number(ImportField.SecondsPlayed, 0, 86_400) * 1000;
        var skipped = cells.Flag(ImportField.Skipped) ?? false;
        var saved = cells.Flag(ImportField.Saved) ?? false;
        var source = cells.Text(ImportField.Source);
        return track is null ? null : new PlayRow(rows.Line, listener, track, at, (int?)ms, skipped, saved, source);
    }

    private ListRow? Listed()
    {
        var list = cells.Text(ImportField.List) ?? NoList;
        var day = cells.Day(ImportField.Day);
        if (day is null && cells.Time(ImportField.Time) is { } at) day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime);
        var track = tracks.Read();
        if (track is null || cells.Problem is not null) return null;
        var position = lengths.GetValueOrDefault((list, day));
        lengths[(list, day)] = position + 1;
        return new ListRow(rows.Line, list, day, position, track);
    }

    private ArtistRow Artist()
    {
        var name = cells.Needed(ImportField.Artist);
        var country = cells.Text(ImportField.Country);
        if (country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetter))) cells.Wrong(ImportField.Country, "is no two-letter country code");
        return new ArtistRow(
            rows.Line, name, cells.Mbid(ImportField.ArtistMbid), TypeOf(cells.Text(ImportField.ArtistType)), GenderOf(cells.Text(ImportField.Gender)),
            country?.ToUpperInvariant(), cells.Problem is null && isShared(ArtistKey.Of(name)));
    }

    private ListenerRow Listener() => new(
        rows.Line, cells.Needed(ImportField.Listener), Coarse(ImportField.AgeBand, "a band such as 25-34"), Coarse(ImportField.Region, "a country code"),
        cells.Day(ImportField.Since), cells.Flag(ImportField.ExcludesExplicit));

    /// <summary>What is longer tells more of a person than a group that they are in.</summary>
    private string? Coarse(ImportField field, string such)
    {
        const int Longest = 20;
        var text = cells.Text(field);
        if (text?.Length > Longest) cells.Wrong(field, $"is longer than {Longest} characters: give {such}");
        return text;
    }

    private long Needed(ImportField field, long? value)
    {
        if (value is null) cells.Wrong(field, "is empty");
        return value ?? 0;
    }

    private static ArtistType TypeOf(string? text) => text?.ToUpperInvariant() switch
    {
        null => ArtistType.Unknown,
        "PERSON" => ArtistType.Person,
        "GROUP" => ArtistType.Group,
        _ => ArtistType.Other,
    };

    private static Gender GenderOf(string? text) => text?.ToUpperInvariant() switch
    {
        "FEMALE" => Gender.Female,
        "MALE" => Gender.Male,
        "NON-BINARY" or "NONBINARY" or "OTHER" => Gender.NonBinary,
        _ => Gender.Unknown,
    };
}
