using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Curation.Core.Importing;

/// <summary>Reads times as files write them: Unix seconds or milliseconds, or ISO 8601; a time without an offset is UTC.</summary>
internal static class Instants
{
    public const string Forms = "a time is Unix seconds or milliseconds, or ISO 8601 such as 2024-03-05T14:30:00Z";

    // Twelve digits and more are milliseconds: as seconds they would lie beyond the year 5000.
    private const long LeastMs = 100_000_000_000;

    private static readonly string[] Written =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ss 'UTC'",
    ];

    /// <summary>Unix milliseconds of a time, or false where the text is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long ms)
    {
        if (TryReadUsual(text, out ms)) return true;
        if (Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length)
        {
            ms = Math.Abs(number) >= LeastMs ? number : number * 1000;
            return true;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.Length > 40 || !DateTimeOffset.TryParseExact(Encoding.UTF8.GetString(text), Written, CultureInfo.InvariantCulture, Utc, out var at)) return false;
        ms = at.ToUnixTimeMilliseconds();
        return true;
    }

    /// <summary>A day as yyyy-MM-dd, yyyy-MM or yyyy, or false.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length is not (4 or 7 or 10)) return false;
        Span<char> whole = stackalloc char[10];
        "0000-01-01".CopyTo(whole);
        if (Encoding.UTF8.GetCharCount(text) != text.Length) return false;
        Encoding.UTF8.GetChars(text, whole);
        return DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    // 2024-03-05T14:30:00Z, by far the most frequent form, without a detour through characters.
    private static bool TryReadUsual(ReadOnlySpan<byte> text, out long ms)
    {
        ms = 0;
        if (text.Length != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return false;
        int year = Digits(text[..4]), month = Digits(text[5..7]), day = Digits(text[8..10]);
        int hour = Digits(text[11..13]), minute = Digits(text[14..16]), second = Digits(text[17..19]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        if (day > DateTime.DaysInMonth(year, month)) return false;
        ms = (new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
