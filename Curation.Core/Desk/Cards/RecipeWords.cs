using System.Globalization;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Cards;

/// <summary>Says a recipe in sentences that a listener understands.</summary>
internal static class RecipeWords
{
    public static IReadOnlyList<string> Of(Draft draft)
    {
        var words = new List<string>();
        var (blend, pins) = (draft.Blend, draft.Pool.Count(entry => entry.Pin is not null));
        words.Add(Say($"A list has {blend.Size} {(blend.Size == 1 ? "track" : "tracks")}. Editors chose the {draft.Pool.Length} it is made from{(pins == 0 ? "" : Say($", and gave {pins} of them a fixed place for everyone"))}."));
        words.Add(blend.EditorialWeight switch
        {
            1 => "The editors' order decides alone; nobody's listening changes it.",
            0 => "The listener's own listening decides the order alone.",
            _ => Say($"The order counts the editors' {Percent(blend.EditorialWeight)} and the listener's own listening {Percent(1 - blend.EditorialWeight)}. Who has not listened yet, or has profiling off, gets the editors' order."),
        });
        words.Add(blend.DiscoveryShare == 0
            ? "Nothing comes from outside the editors' choice."
            : Say($"Up to {Percent(blend.DiscoveryShare)} of a list are discoveries: tracks from outside the editors' choice that the same people hear."));
        if (blend.ArtistSeparation > 1) words.Add(Say($"The same artist comes back after {blend.ArtistSeparation} places at the earliest, {(blend.SeparationIsHard ? "always" : "where possible")}."));
        words.Add(blend.AllowExplicit ? "Tracks marked as explicit may be on it, but never for a listener who excludes them." : "Tracks marked as explicit are left out.");
        if (draft.Flow is { } flow && !flow.AsksNothing()) words.Add($"Its order also minds {Joined(Minds(flow))}.");
        return words;
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    private static IEnumerable<string> Minds(Flow flow)
    {
        if (flow.Artist is { } artist) yield return Say($"artists {artist.Distance} places apart");
        if (flow.Album is { } album) yield return Say($"albums {album.Distance} places apart");
        if (flow.Genre is { } genre) yield return Say($"genres {genre.Distance} places apart");
        if (flow.Gender is { } gender) yield return Say($"a balance of artists' stated genders in every {gender.Window} places");
        if (flow.KeyRun is not null) yield return "runs in one key";
        if (flow.TempoJump is not null) yield return "jumps of tempo";
        if (flow.Curve is not null) yield return "a curve of energy";
        if (flow.Clock is not null) yield return "a clock of positions, as radio uses";
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(", ", parts);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
