using System.Globalization;

namespace Curation.Web.Shared;

/// <summary>Spans and moments as people say them.</summary>
public static class Spans
{
    /// <summary>41 ms, 3.2 s, 4 min 12 s, 2 h 41 min, 3 d 4 h.</summary>
    public static string Brief(TimeSpan span) => span switch
    {
        { TotalSeconds: < 1 } => Say($"{span.TotalMilliseconds:0} ms"),
        { TotalSeconds: < 60 } => Say($"{span.TotalSeconds:0.#} s"),
        { TotalMinutes: < 60 } => Say($"{span.Minutes} min {span.Seconds} s"),
        { TotalHours: < 24 } => Say($"{span.Hours} h {span.Minutes} min"),
        _ => Say($"{span.Days} d {span.Hours} h"),
    };

    /// <summary>A track's length: 3:21, 1:02:10.</summary>
    public static string Clock(TimeSpan length) =>
        length.TotalHours >= 1 ? Say($"{(int)length.TotalHours}:{length:mm\\:ss}") : Say($"{(int)length.TotalMinutes}:{length:ss}");

    /// <summary>How long ago, coarsely: just now, 4 min ago, 3 h ago, 2 d ago; the date after four weeks.</summary>
    public static string Ago(DateTimeOffset when, DateTimeOffset now) => (now - when) switch
    {
        { TotalSeconds: < 60 } => "just now",
        { TotalMinutes: < 60 } past => Say($"{(int)past.TotalMinutes} min ago"),
        { TotalHours: < 24 } past => Say($"{(int)past.TotalHours} h ago"),
        { TotalDays: < 28 } past => Say($"{(int)past.TotalDays} d ago"),
        _ => when.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
