using System.Buffers.Text;
using System.Text;
using Curation.Core.Catalog;

namespace Curation.Core.Importing;

/// <summary>Reads the columns of a row as values; the first thing wrong with any of them is the row's problem.</summary>
internal sealed class Cells(SeparatedRows rows, ColumnMapping mapping, Reading reading)
{
    private const int MostPooled = 400_000;
    private readonly WordPool<string> texts = new(MostPooled);
    private readonly int[] columns = Enum.GetValues<ImportField>().Select(field => mapping[field]).ToArray();

    /// <summary>What is wrong with the row so far.</summary>
    public string? Problem { get; private set; }

    /// <summary>Turns to the current row of the file.</summary>
    public void Begin() => Problem = rows.Problem;

    /// <summary>The column of a field without white space at its ends; empty where there is none.</summary>
    public ReadOnlySpan<byte> Bytes(ImportField field)
    {
        var column = columns[(int)field];
        return column < 0 ? default : Trim(rows[column]);
    }

    /// <summary>The raw bytes of the row.</summary>
    public ReadOnlySpan<byte> Raw => rows.Raw;

    /// <summary>Text that must be there.</summary>
    public string Needed(ImportField field)
    {
        var text = Text(field);
        if (text is null) Wrong(field, "is empty");
        return text ?? "";
    }

    /// <summary>Text, or null where the column is empty.</summary>
    public string? Text(ImportField field)
    {
        var bytes = Bytes(field);
        if (bytes.IsEmpty || Problem is not null) return null;
        if (texts.TryGet(bytes, out var known)) return known;
        var text = Encoding.UTF8.GetString(bytes);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > reading.Limits.TextLength) return WrongText(field, $"is longer than {reading.Limits.TextLength} characters");
        texts.Add(bytes, text);
        return text;
    }

    /// <summary>A play's time in Unix milliseconds: after 1970, and not more than a day ahead.</summary>
    public long? Time(ImportField field)
    {
        var bytes = Bytes(field);
        if (bytes.IsEmpty || Problem is not null) return null;
        if (!Instants.TryRead(bytes, out var ms)) return Wrong<long>(field, $"is no time: {Instants.Forms}");
        if (ms <= 0) return Wrong<long>(field, "is 1970 or earlier");
        return ms > reading.Now.AddDays(1).ToUnixTimeMilliseconds() ? Wrong<long>(field, "lies in the future") : ms;
    }

    /// <summary>A day or year between 1860 and two years ahead.</summary>
    public DateOnly? Day(ImportField field)
    {
        var bytes = Bytes(field);
        if (bytes.IsEmpty || Problem is not null) return null;
        if (!Instants.TryReadDay(bytes, out var day)) return Wrong<DateOnly>(field, "is no day: write 2024-03-05, 2024-03 or 2024");
        return day.Year < 1860 || day.Year > reading.Now.Year + 2 ? Wrong<DateOnly>(field, "is before 1860 or in the future") : day;
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(ImportField field, double least, double most)
    {
        var bytes = Bytes(field);
        if (bytes.IsEmpty || Problem is not null) return null;
        if (!Utf8Parser.TryParse(bytes, out double value, out var used) || used != bytes.Length || !double.IsFinite(value)) return Wrong<double>(field, "is no number");
        return value < least || value > most ? Wrong<double>(field, FormattableString.Invariant($"is not between {least} and {most}")) : value;
    }

    /// <summary>A yes or no.</summary>
    public bool? Flag(ImportField field)
    {
        var bytes = Bytes(field);
        if (bytes.IsEmpty || Problem is not null) return null;
        Span<byte> lower = stackalloc byte[8];
        if (bytes.Length <= lower.Length && Ascii.ToLower(bytes, lower, out var length) == System.Buffers.OperationStatus.Done)
        {
            var word = lower[..length];
            if (word.SequenceEqual("1"u8) || word.SequenceEqual("true"u8) || word.SequenceEqual("yes"u8) || word.SequenceEqual("y"u8)) return true;
            if (word.SequenceEqual("0"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("no"u8) || word.SequenceEqual("n"u8)) return false;
        }

        return Wrong<bool>(field, "is neither true nor false");
    }

    /// <summary>A MusicBrainz identifier.</summary>
    public Guid? Mbid(ImportField field)
    {
        var bytes = Bytes(field);
        if (bytes.IsEmpty || Problem is not null) return null;
        return Utf8Parser.TryParse(bytes, out Guid id, out var used) && used == bytes.Length ? id : Wrong<Guid>(field, "is no MusicBrainz identifier");
    }

    /// <summary>A place on the Camelot wheel.</summary>
    public MusicalKey? Key(ImportField field)
    {
        var text = Text(field);
        if (text is null) return null;
        return MusicalKey.TryParse(text, out var key) ? key : Wrong<MusicalKey>(field, "is no key such as 8A");
    }

    /// <summary>Makes the row a bad one, unless it is already.</summary>
    public void Wrong(ImportField field, string what) => Problem ??= $"{mapping.ColumnOf(field) ?? FieldNames.NameOf(field)} {what}";

    private T? Wrong<T>(ImportField field, string what)
        where T : struct
    {
        Wrong(field, what);
        return null;
    }

    private string? WrongText(ImportField field, string what)
    {
        Wrong(field, what);
        return null;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t\r\n"u8);
}
