using System.Globalization;
using Curation.Core.Catalog;

namespace Curation.Core.Matching;

/// <summary>How a row of the catalogue compares with one reading of a line.</summary>
/// <param name="Row">The row.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Title">How close the titles are, from 0 to 1.</param>
/// <param name="Artist">How close the artists are, from 0 to 1; 0 where the line names none.</param>
/// <param name="Apart">How far the lengths lie apart in milliseconds, where both are known.</param>
/// <param name="OtherVersion">Words for a version that only one side names; null where they agree.</param>
internal sealed record NameScore(MatchRow Row, TitleReading Reading, double Title, double Artist, int? Apart, string? OtherVersion)
{
    public bool HasArtist => Reading.Artist is not null;

    /// <summary>The closeness of the name that is less close.</summary>
    public double Weaker => HasArtist ? Math.Min(Title, Artist) : Title;

    /// <summary>The larger, the likelier; names weigh most, then the version, then the length.</summary>
    public double Confidence { get; } = Math.Clamp(Names(Reading, Title, Artist) - (OtherVersion is null ? 0 : 0.1) + Length(Apart), 0, 0.99);

    /// <summary>Why, in words.</summary>
    public string Because
    {
        get
        {
            var title = Title >= 1 ? "same title" : Closely("title", Title);
            var artist = !HasArtist ? "" : Artist >= 1 ? " and artist" : " and " + Closely("artist", Artist);
            var order = Reading.Order.Length == 0 ? "" : $", read as {Reading.Order}";
            var length = Apart is { } apart ? string.Create(CultureInfo.InvariantCulture, $", length {(apart < 1000 ? "the same" : $"{apart / 1000.0:0} s apart")}") : "";
            return title + artist + order + length;
        }
    }

    private const int SimilarLength = 3_000;

    /// <summary>Whether both are likely one recording, so that it does not matter much which of them is taken.</summary>
    public bool SameRecording(NameScore other) =>
        Row.Core == other.Row.Core && Row.Artists.Intersect(other.Row.Artists, StringComparer.Ordinal).Any() && Row.Version.SequenceEqual(other.Row.Version)
        && (Row.Facts.DurationMs is not { } one || other.Row.Facts.DurationMs is not { } two || Math.Abs(one - two) <= SimilarLength || Apart < other.Apart);

    private static double Names(TitleReading reading, double title, double artist) => reading.Artist is null ? 0.7 * title : (0.55 * title) + (0.43 * artist) - (reading.Order.Length > 0 ? 0.005 : 0);

    private static double Length(int? apart) => apart switch { null => 0, <= 3_000 => 0.01, <= 20_000 => -0.01, <= 60_000 => -0.06, _ => -0.12 };

    private static string Closely(string what, double close) => string.Create(CultureInfo.InvariantCulture, $"{what} {close * 100:0} % alike");
}
