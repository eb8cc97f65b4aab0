using System.Globalization;
using Curation.Core.Blending.Sequencing;
using Curation.Core.Catalog;
using Curation.Core.Playlists;

namespace Curation.Core.Desk.Ordering;

/// <summary>Says a broken rule as an editor reads it.</summary>
internal static class BreachWords
{
    public static BrokenRule Of(Breach breach, IReadOnlyList<SequenceTrack> tracks, Flow flow, Catalogue catalogue)
    {
        var (one, other) = (tracks[Math.Clamp(breach.From - 1, 0, tracks.Count - 1)].Facts.Title, tracks[Math.Clamp(breach.To - 1, 0, tracks.Count - 1)].Facts.Title);
        return new BrokenRule(breach, Sentence(breach, one, other, flow, catalogue), Brief(breach), tracks[Math.Clamp(breach.To - 1, 0, tracks.Count - 1)].Facts.Id);
    }

    private static string Sentence(Breach breach, string one, string other, Flow flow, Catalogue catalogue) => breach.Rule switch
    {
        OrderRule.Artist => Apart(breach, one, other, catalogue.ArtistNames.GetValueOrDefault(new ArtistId(breach.Key), "the same artist")),
        OrderRule.Album => Apart(breach, one, other, "the same album"),
        OrderRule.Genre => Apart(breach, one, other, catalogue.GenreNames.GetValueOrDefault(new GenreId(breach.Key), "the same genre")),
        OrderRule.GenderMost => Say($"From {breach.From} to {breach.To} up to {breach.Got:0} of a window are by {(Gender)breach.Key switch { Gender.Female => "women", Gender.Male => "men", _ => "non-binary artists" }}; at most {breach.Asked:0} are asked."),
        OrderRule.GenderLeast => Say($"From {breach.From} to {breach.To} only {breach.Got:0} of a window are by women or non-binary artists; {breach.Asked:0} are asked."),
        OrderRule.KeyRun => Say($"From {breach.From} to {breach.To} there are {breach.Got:0} tracks in the same key; at most {breach.Asked:0} are asked."),
        OrderRule.TempoJump => Say($"From “{one}” at {breach.From} to “{other}” the tempo changes by {breach.Got:+0.#;-0.#} %; at most {breach.Asked:0.#} % is asked."),
        OrderRule.Clock => $"“{other}” at {breach.To} is not what the clock asks for there: {flow.Clock!.At(breach.To - 1).Name}.",
        _ => $"“{one}” at {breach.From} could not be kept with the track behind it.",
    };

    private static string Apart(Breach breach, string one, string other, string what) =>
        Say($"“{one}” at {breach.From} and “{other}” at {breach.To} share {what}, {breach.Got:0} apart where {breach.Asked:0} is asked.");

    private static string Brief(Breach breach) => breach.Rule switch
    {
        OrderRule.Artist => Say($"artist {breach.Got:0} < {breach.Asked:0}"),
        OrderRule.Album => Say($"album {breach.Got:0} < {breach.Asked:0}"),
        OrderRule.Genre => Say($"genre {breach.Got:0} < {breach.Asked:0}"),
        OrderRule.GenderMost => Say($"gender {breach.Got:0} > {breach.Asked:0}"),
        OrderRule.GenderLeast => Say($"gender {breach.Got:0} < {breach.Asked:0}"),
        OrderRule.KeyRun => Say($"key run {breach.Got:0} > {breach.Asked:0}"),
        OrderRule.TempoJump => Say($"tempo {breach.Got:+0;-0} %"),
        OrderRule.Clock => "off the clock",
        _ => "parted",
    };

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
