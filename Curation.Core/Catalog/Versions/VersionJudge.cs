using System.Globalization;

namespace Curation.Core.Catalog.Versions;

/// <summary>
/// Says how two tracks of one name belong together. Each piece of evidence adds to or takes from the log-odds that they are one recording, and is said in words;
/// the weights are set by hand and checked by reading pairs. Names alone never make two tracks one: without two known lengths the answer is at most a maybe.
/// </summary>
public static class VersionJudge
{
    private const int CloseMs = 2_000;
    private const int NearMs = 5_000;
    private const double MostWithoutIdentifier = 0.97;
    private const double MostMaybe = 0.75;

    /// <summary>How two tracks belong together, or null where nothing speaks for it.</summary>
    public static VersionPair? Judge(TrackFacts one, TrackFacts other) => Judge(one, TitleReader.Read(one.Title), other, TitleReader.Read(other.Title));

    internal static VersionPair? Judge(TrackFacts one, TitleReading oneTitle, TrackFacts other, TitleReading otherTitle)
    {
        if (other.Id.CompareTo(one.Id) < 0) (one, oneTitle, other, otherTitle) = (other, otherTitle, one, oneTitle);
        var alike = one.Artists[0] == other.Artists[0] && string.Equals(oneTitle.Core, otherTitle.Core, StringComparison.Ordinal);
        var marks = MarkComparison.Of(oneTitle, otherTitle);
        if (ByIdentifier(one, other, alike, marks) is { } certain) return certain;
        if (!alike) return null;
        if (marks.Differ is { } difference) return Another(one, other, oneTitle, marks, difference);
        return Weigh(one, other, oneTitle, marks);
    }

    private static VersionPair? ByIdentifier(TrackFacts one, TrackFacts other, bool alike, MarkComparison marks)
    {
        var name = one.Isrc is { } isrc && string.Equals(isrc, other.Isrc, StringComparison.OrdinalIgnoreCase) ? $"same ISRC {isrc.ToUpperInvariant()}"
            : one.Mbid is { } mbid && mbid == other.Mbid ? "same MusicBrainz recording" : null;
        if (name is null) return null;
        if (Apart(one, other) is > 10_000 and var apart) return Pair(one, other, VersionRelation.Maybe, 0.5, $"{name}, but lengths {Seconds(apart)} apart");
        if (marks.Differ is { } difference) return Pair(one, other, VersionRelation.Maybe, 0.6, $"{name}, but {difference}");
        return alike ? Pair(one, other, VersionRelation.SameRecording, 1, name) : Pair(one, other, VersionRelation.Maybe, 0.7, $"{name}, but another artist or title");
    }

    private static VersionPair? Another(TrackFacts one, TrackFacts other, TitleReading title, MarkComparison marks, string difference)
    {
        if (title.IsGeneric) return null;
        if (marks.OnlyLengthTells && Apart(one, other) is <= CloseMs) return Pair(one, other, VersionRelation.Maybe, 0.55, $"same main artist, title and length, but {difference}");
        return Pair(one, other, VersionRelation.AnotherVersion, title.Core.Length > 4 ? 0.9 : 0.7, $"same main artist and title, {difference}");
    }

    private static VersionPair? Weigh(TrackFacts one, TrackFacts other, TitleReading title, MarkComparison marks)
    {
        var apart = Apart(one, other);
        if (title.IsGeneric) return apart is <= 500 ? Pair(one, other, VersionRelation.Maybe, 0.4, "same main artist and length, but many tracks bear such a title") : null;
        var reasons = new Reasons(title.Core.Length > 6 ? 0.4 : -0.1);
        reasons.Say(apart switch
        {
            null => (0, one.DurationMs is null && other.DurationMs is null ? "same main artist and title, no length is known" : "same main artist and title, one length is not known"),
            0 => (2.2, "same main artist, title and length"),
            <= 500 => (2.2, $"same main artist and title, lengths {Seconds(apart.Value)} apart"),
            <= CloseMs => (1.5, $"same main artist and title, lengths {Seconds(apart.Value)} apart"),
            <= NearMs => (-0.3, $"same main artist and title, lengths {Seconds(apart.Value)} apart"),
            _ => (-1.2, $"same main artist and title, lengths {Seconds(apart.Value)} apart"),
        });
        if (apart > NearMs && IsFar(one, other, apart.Value)) return Pair(one, other, VersionRelation.AnotherVersion, 0.5, $"{reasons.Words}: probably another version");
        Releases(one, other, reasons);
        Sound(one, other, reasons);
        Identifiers(one, other, reasons);
        foreach (var (weight, words) in marks.Soft) reasons.Say((weight, words));
        var confidence = reasons.Confidence;
        var sure = apart is <= CloseMs && !marks.Unsure && confidence >= VersionPair.Sure;
        return sure ? Pair(one, other, VersionRelation.SameRecording, Math.Min(confidence, MostWithoutIdentifier), reasons.Words) : Pair(one, other, VersionRelation.Maybe, Math.Min(confidence, MostMaybe), reasons.Words);
    }

    private static void Releases(TrackFacts one, TrackFacts other, Reasons reasons)
    {
        if (one.Release is { } a && other.Release is { } b) reasons.Say(a == b ? (-2.2, "both on one release, which seldom holds a recording twice") : (0.4, "on two releases"));
        if (one.ReleasedOn is { } early && other.ReleasedOn is { } late && Math.Abs(early.Year - late.Year) > 15) reasons.Say((-0.3, $"released {Math.Abs(early.Year - late.Year)} years apart"));
    }

    private static void Sound(TrackFacts one, TrackFacts other, Reasons reasons)
    {
        if (one.Features.Tempo is not { } a || other.Features.Tempo is not { } b) return;
        var ratio = Math.Max(a, b) / Math.Min(a, b);
        if (ratio <= 1.01 && one.Features.Key == other.Features.Key) reasons.Say((0.5, "same tempo and key"));
        else if (ratio > 1.03 && Math.Abs(ratio - 2) > 0.06) reasons.Say((-2, "another tempo"));
    }

    private static void Identifiers(TrackFacts one, TrackFacts other, Reasons reasons)
    {
        if (one.Mbid is not null && other.Mbid is not null) reasons.Say((-2, "MusicBrainz knows them as two recordings"));
        if (one.Isrc is not null && other.Isrc is not null) reasons.Say((-0.4, "two ISRCs"));
    }

    private static int? Apart(TrackFacts one, TrackFacts other) => one.DurationMs is { } a && other.DurationMs is { } b ? Math.Abs(a - b) : null;

    private static bool IsFar(TrackFacts one, TrackFacts other, int apart) => apart > 0.08 * Math.Max(one.DurationMs ?? 1, other.DurationMs ?? 1);

    private static string Seconds(int ms) => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000.0:0.#} s");

    private static VersionPair Pair(TrackFacts one, TrackFacts other, VersionRelation relation, double confidence, string because) =>
        new(one.Id, other.Id, relation, Math.Round(confidence, 2), because);

    private sealed class Reasons(double prior)
    {
        private readonly List<string> words = [];
        private double odds = prior;

        public string Words => string.Join(", ", words);

        public double Confidence => 1 / (1 + Math.Exp(-odds));

        public void Say((double Weight, string Words) reason)
        {
            odds += reason.Weight;
            words.Add(reason.Words);
        }
    }
}
