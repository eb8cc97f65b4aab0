using System.Globalization;
using Curation.Core.Catalog;
using Curation.Core.Desk.Playlists;
using Curation.Web.Shared;

namespace Curation.Web.Playlists.Inspector;

/// <summary>Says the facts of a track that are known, with their units.</summary>
internal static class TrackWords
{
    public static IEnumerable<(string Name, string Value)> Of(TrackLine? line)
    {
        if (line is null) return [];
        var (facts, sound) = (line.Facts, line.Facts.Features);
        return new (string Name, string? Value)[]
        {
            ("Genres", line.Genres.Count > 0 ? string.Join(", ", line.Genres) : null),
            ("Released", facts.ReleasedOn is { } day ? day is { Month: 1, Day: 1 } ? Say($"{day.Year}") : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : null),
            ("Length", facts.DurationMs is { } ms ? Spans.Clock(TimeSpan.FromMilliseconds(ms)) : null),
            ("Tempo", sound.Tempo is { } tempo ? Say($"{tempo:0} BPM") : null),
            ("Key", sound.Key?.ToString()),
            ("Energy", sound.Energy is { } energy ? Say($"{energy:0.00} of 1") : null),
            ("Mood", sound.Valence is { } valence ? Say($"{valence:0.00} (0 dark, 1 bright)") : null),
            ("Explicit", facts.Explicit ? "yes" : null),
            ("Rights", facts.Rights.State switch { RightsState.Cleared => "cleared", RightsState.Missing => "missing", _ => null }),
            ("Holder", facts.Rights.Holder),
            ("May be heard", facts.Rights.IsLimited ? facts.Rights.Limits : null),
            ("ISRC", facts.Isrc),
            ("Recording", facts.Mbid?.ToString()),
        }.Where(fact => fact.Value is not null).Select(fact => (fact.Name, fact.Value!));
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
