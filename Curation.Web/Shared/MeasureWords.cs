using Curation.Core.Auditing.Content;

namespace Curation.Web.Shared;

/// <summary>Measures of the content policy as people read them.</summary>
public static class MeasureWords
{
    /// <summary>The measure in a word or two.</summary>
    public static string Of(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => "Advisory",
        ContentMeasure.Restrict => "Restrict reach",
        ContentMeasure.Remove => "Remove",
        _ => "Nothing",
    };

    /// <summary>What it does, for whoever chooses.</summary>
    public static string Does(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => "stays, with a mark in listeners' apps",
        ContentMeasure.Restrict => "is on no recommended list, but can be found",
        ContentMeasure.Remove => "is given to nobody",
        _ => "stays as it is",
    };

    /// <summary>What a decision about a finding would do, for whoever reads the submission in which it was found.</summary>
    public static string Would(ContentFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var blocks = finding.Level == ContentLevel.Block;
        return finding switch
        {
            { Rule: 0 } => "This was decided; an appeal may change it.",
            { Track: null } => $"“Nothing” and “advisory” let it stand, “restrict” keeps the playlist from being recommended, “remove” gives it to nobody until the words are others.{(blocks ? " Before a decision it is not published." : "")}",
            { IsWritten: true } => blocks ? "“Nothing” lets the words stand and the playlist be published; “remove” holds it back until they are others." : "“Nothing” lets the words stand; publishing goes on either way.",
            _ when blocks && KeepsAway(finding.Kind) => "It is on no list. “Nothing” and “advisory” put it back, “restrict” and “remove” keep it away; with any of them the rest can be published.",
            _ => $"“Restrict” and “remove” take it from every list of this playlist, from live ones too; “nothing” and “advisory” leave it there.{(blocks ? " With any of them it blocks no longer." : "")}",
        };
    }

    private static bool KeepsAway(ContentRuleKind kind) => kind is ContentRuleKind.Artists or ContentRuleKind.Tracks or ContentRuleKind.Words or ContentRuleKind.Rights or ContentRuleKind.Explicit;

    /// <summary>What came of a report, for who made it.</summary>
    public static string Outcome(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => "it stays, with a mark for listeners",
        ContentMeasure.Restrict => "it is not recommended any more",
        ContentMeasure.Remove => "it was removed",
        _ => "it stays as it is",
    };

    /// <summary>The colour that goes with it.</summary>
    public static Tone ToneOf(ContentMeasure measure) => measure switch
    {
        ContentMeasure.Advisory => Tone.Yellow,
        ContentMeasure.Restrict or ContentMeasure.Remove => Tone.Red,
        _ => Tone.Green,
    };

    /// <summary>The level of a finding in a word.</summary>
    public static string Of(ContentLevel level) => level switch { ContentLevel.Block => "blocks", ContentLevel.Warn => "warns", _ => "notes" };

    /// <summary>The colour that goes with a level.</summary>
    public static Tone ToneOf(ContentLevel level) => level switch { ContentLevel.Block => Tone.Red, ContentLevel.Warn => Tone.Yellow, _ => Tone.Plain };
}
